import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openTablesInNode } from '../tables/node';
import { makeKeyPair, readSigningKey, signBundle } from '../checks';
import { loadTables, replaceChecks, type Connection } from '../tables';
import { Desk, type OpenOptions } from './desk';

const QUIETLY: OpenOptions = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onBatch: () => undefined,
};

/** Opens texts as files with one Desk and, where there is a connection, loads what it makes of them. */
function opener(connection?: Connection) {
  const desk = new Desk();
  return (...texts: readonly [name: string, text: string][]) => {
    const sources = texts.map(([name, text]) => ({ kind: 'file' as const, name, blob: new Blob([text]) }));
    return connection
      ? loadTables(connection, (onBatch) => desk.open(sources, { ...QUIETLY, onBatch }))
      : desk.open(sources, QUIETLY);
  };
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
      const open = opener(connection);
      for (const text of order) await open(['x.jsonl', text]);
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
      const open = opener(connection);
      let messages = '';
      for (const text of order) {
        const { report } = await open(['x.jsonl', text]);
        messages = report.problems.map(({ message }) => message).join();
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

  test('evidence that went out before its names were united is moved, within one call', async () => {
    const many = Array.from(
      { length: 21_000 },
      (_, row) =>
        `{"type":"citation","citing":"arXiv:2501.00001","cited":"${row % 2 ? 'arXiv:2402.00002' : 'doi:10.1000/a'}","source":"s"}`,
    );
    const connection = await openTablesInNode();
    const delivery = await opener(connection)(['many.jsonl', HEADER + many.join('\n')], ['x.jsonl', unites]);
    expect(delivery.report.citations).toBe(21_000);
    expect(await rows(connection, LINES)).toBe('[["arXiv:2501.00001","arXiv:2402.00002",21000]]');
  });

  test('a fuller statement of a theorem takes the place of the lesser', async () => {
    const theorem = (more: object) =>
      HEADER + JSON.stringify({ type: 'theorem', id: 'T', library: 'l', declaration: 'd', ...more });
    const connection = await openTablesInNode();
    const open = opener(connection);
    await open(['x.jsonl', theorem({})]);
    await open(['y.jsonl', theorem({ status: 'proved' })]);
    expect(await rows(connection, 'SELECT public_id, status FROM theorems')).toBe('[["lean:l/d","proved"]]');
  });
});

test('a load that fails, or is cancelled, in the middle adds nothing to the tables', async () => {
  const connection = await openTablesInNode();
  const citation = '{"type":"citation","citing":"arXiv:2501.00001","cited":"doi:10.1000/a","source":"s"}\n';
  const sources = [
    { kind: 'file' as const, name: 'x.jsonl', blob: new Blob([HEADER + citation.repeat(21_000)]) },
  ];
  const desk = new Desk();
  let batches = 0;
  const loading = loadTables(connection, async (insert) => {
    const onBatch: OpenOptions['onBatch'] = (batch) => {
      batches += 1;
      return insert(batch);
    };
    await desk.open(sources, { ...QUIETLY, onBatch });
    throw new Error('in the middle');
  });
  await expect(loading).rejects.toThrow('in the middle');
  expect(batches).toBeGreaterThan(0);
  expect(await rows(connection, 'SELECT count(*)::INTEGER AS n FROM citations')).toBe('[[0]]');
});

test('a cancel that comes while the last batch is taken is heard, and one is told when it would not be', async () => {
  const sources = [
    {
      ...{ kind: 'file' as const, name: 'a.jsonl' },
      blob: new Blob([
        `${HEADER}{"type":"citation","citing":"arXiv:2501.00001","cited":"doi:10.1000/a","source":"s"}`,
      ]),
    },
  ];
  const desk = new Desk();
  const abort = new AbortController();
  let read = 0;
  const cancelled = desk.open(sources, {
    ...QUIETLY,
    signal: abort.signal,
    onBatch: () => void setTimeout(() => abort.abort()),
    onRead: () => (read += 1),
  });
  await expect(cancelled).rejects.toThrow();
  expect(read).toBe(0);
  const { report } = await desk.open(sources, { ...QUIETLY, onRead: () => (read += 1) });
  expect([read, report.citations]).toEqual([1, 1]);
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
  await expect(desk.open([source], { ...QUIETLY, signal: abort.signal })).rejects.toMatchObject({
    kind: 'cancelled',
  });
  const { report } = await desk.open([source], QUIETLY);
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
  const connection = await openTablesInNode();
  const open = opener(connection);
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
  await open(['bundle.json', JSON.stringify(bundle)]);
  await open(['state.json', JSON.stringify(state)]);
  expect(
    await rows(connection, `SELECT verdict FROM checks WHERE "check" = 'event-counts' AND verdict = 'fail'`),
  ).toBe('[["fail"]]');
  const trust = 'SELECT DISTINCT trust FROM (SELECT trust FROM records UNION ALL SELECT trust FROM works)';
  expect(await rows(connection, trust), 'also of what an earlier call brought').toBe('[["broken"]]');
});

test('under a key that is trusted later the verdicts are made again, and taken back with it', async () => {
  const key = await readSigningKey((await makeKeyPair('mirror', 'a mirror')).secret);
  const bundle = readFileSync('static/samples/score/score.bundle.json', 'utf8');
  const { text } = await signBundle(bundle, key, { now: 0, again: false });
  const forged = text.replace(/"target":\s*"graph"/, '"target":"other"');
  const connection = await openTablesInNode();
  const desk = new Desk();
  const sources = [text, forged].map((content, index) => ({
    kind: 'file' as const,
    name: `${index}.json`,
    blob: new Blob([content]),
  }));
  await loadTables(connection, (onBatch) => desk.open(sources, { ...QUIETLY, onBatch }));
  const verdicts = `SELECT name, verdict, count(*)::INTEGER FROM checks JOIN documents USING (document_id)
    WHERE "check" = 'signature' GROUP BY ALL ORDER BY ALL`;
  const trust = 'SELECT trust FROM records UNION ALL SELECT trust FROM works WHERE is_record';
  const before = [await rows(connection, verdicts), await rows(connection, trust)];
  desk.trust([key.trusted]);
  await replaceChecks(connection, await desk.checkAgain(sources, QUIETLY));
  expect(await rows(connection, verdicts)).toContain('["1.json","fail"');
  expect(await rows(connection, verdicts)).toContain('["0.json","pass"');
  expect(await rows(connection, trust)).toContain('broken');
  desk.trust([]);
  await replaceChecks(connection, await desk.checkAgain(sources, QUIETLY));
  expect([await rows(connection, verdicts), await rows(connection, trust)]).toEqual(before);
});
