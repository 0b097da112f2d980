import { describe, expect, test } from 'vitest';
import { openTablesInNode } from '../tables/node';
import { loadTables, type Connection } from '../tables';
import { Desk } from './desk';

function opener() {
  const desk = new Desk();
  return (...texts: readonly [name: string, text: string][]) =>
    desk.open(
      texts.map(([name, text]) => ({ kind: 'file' as const, name, blob: new Blob([text]) })),
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
}

const HEADER = '{"type":"collection","name":"mine","version":1}\n';

async function rows(connection: Connection, sql: string): Promise<string> {
  const found = await connection.query(sql);
  const columns = found.names.map((name) => found.values(name));
  return JSON.stringify(columns[0]?.map((_, row) => columns.map((column) => column[row])));
}

const WORKS = 'SELECT public_id, title, is_stub FROM works ORDER BY public_id';
const LINES = `SELECT a.public_id AS a, b.public_id AS b, count(*)::INTEGER AS n FROM citations
  JOIN works a ON a.work_id = citing JOIN works b ON b.work_id = cited GROUP BY ALL ORDER BY ALL`;

describe('what a later document teaches about earlier ones', () => {
  const cites = `${HEADER}{"type":"citation","citing":"arXiv:2501.00001","cited":"doi:10.1000/a","source":"s"}
{"type":"citation","citing":"arXiv:2501.00001","cited":"arXiv:2402.00002","source":"t"}`;
  const unites = `${HEADER}{"type":"work","arxiv_id":"2402.00002","doi":"10.1000/a","title":"One work"}`;

  test('two stubs become one work, and their lines one line, in either order', async () => {
    const results = [];
    for (const order of [
      [cites, unites],
      [unites, cites],
    ] as const) {
      const connection = await openTablesInNode();
      const open = opener();
      for (const text of order) await loadTables(connection, await open(['x.jsonl', text]));
      results.push([await rows(connection, WORKS), await rows(connection, LINES)]);
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.[0]).toContain('["arXiv:2402.00002","One work",false]');
    expect(results[0]?.[1]).toBe('[["arXiv:2501.00001","arXiv:2402.00002",2]]');
  });

  test('a conflict keeps works apart and is reported, in either order', async () => {
    const a = `${HEADER}{"type":"work","arxiv_id":"2402.00002","doi":"10.1000/a"}`;
    const b = `${HEADER}{"type":"work","arxiv_id":"2402.00003","doi":"10.1000/a"}`;
    const results = [];
    for (const order of [
      [a, b],
      [b, a],
    ] as const) {
      const connection = await openTablesInNode();
      const open = opener();
      let messages = '';
      for (const text of order) {
        const delivery = await open(['x.jsonl', text]);
        messages = delivery.report.problems.map(({ message }) => message).join();
        await loadTables(connection, delivery);
      }
      expect(messages).toContain('kept apart');
      results.push(
        await rows(
          connection,
          'SELECT alias, public_id FROM work_ids JOIN works USING (work_id) ORDER BY alias',
        ),
      );
    }
    expect(results[0]).toBe(results[1]);
  });
});

test('a cancelled call leaves the next one as if it had not been', async () => {
  const desk = new Desk();
  const abort = new AbortController();
  abort.abort();
  const source = {
    kind: 'file' as const,
    name: 'a.jsonl',
    blob: new Blob([`${HEADER}{"type":"work","arxiv_id":"2402.00002"}`]),
  };
  const options = { onProgress: () => undefined };
  await expect(desk.open([source], { ...options, signal: abort.signal })).rejects.toMatchObject({
    kind: 'cancelled',
  });
  const { report } = await desk.open([source], { ...options, signal: new AbortController().signal });
  expect(report).toMatchObject({ documents: 1, works: 1, problems: [] });
});

test('the same record with other content is kept and said', async () => {
  const open = opener();
  const record = (title: string) =>
    JSON.stringify({
      bundle_type: 'pith_open_graph_bundle',
      pith_number: 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
      source: { kind: 'arxiv', id: '2409.12917', version: 2 },
      title,
    });
  await open(['one.json', record('a')]);
  const { report } = await open(['two.json', record('b')]);
  expect(report.problems.map(({ message }) => message).join()).toContain('other content');
});

test('a state that counts other events than the bundle holds makes the record broken', async () => {
  const open = opener();
  const number = 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ';
  const event = { event_type: 'record_created', subject_pith_number: number, target: 'record', payload: {} };
  const bundle = {
    bundle_type: 'pith_open_graph_bundle',
    pith_number: number,
    events: [event, { ...event, target: 'graph' }],
  };
  const state = {
    state_type: 'pith_open_graph_state',
    pith_number: number,
    event_count: 3,
    valid_event_count: 3,
    invalid_event_count: 0,
    equivocation_count: 0,
  };
  const connection = await openTablesInNode();
  await loadTables(connection, await open(['bundle.json', JSON.stringify(bundle)]));
  await loadTables(connection, await open(['state.json', JSON.stringify(state)]));
  expect(
    await rows(connection, `SELECT verdict FROM checks WHERE "check" = 'event-counts' AND verdict = 'fail'`),
  ).toBe('[["fail"]]');
});
