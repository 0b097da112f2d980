import { beforeAll, expect, test } from 'vitest';
import { Desk } from '../../src/intake';
import { DEFAULT_VIEW, readLink, writeLink } from '../../src/model';
import { readPaper, resolveNames, rowsOf, search, type Paper } from '../../src/queries';
import { loadTables, type Connection } from '../../src/tables';
import { openTablesInNode } from '../../src/tables/node';
import { CITED_BY_ALL, NAUGHTY, naughtyFile, naughtyWork } from './vectors/naughty-strings';

let connection: Connection;

beforeAll(async () => {
  connection = await openTablesInNode();
  const { signal } = new AbortController();
  const sources = NAUGHTY.map((text, index) => {
    const { name, body } = naughtyFile(text, index);
    return { kind: 'file' as const, name, blob: new Blob([body]) };
  });
  const desk = new Desk();
  await loadTables(connection, (onBatch) =>
    desk.open(sources, { signal, onProgress: () => undefined, onBatch }),
  );
});

/** As the tables hold it: a lone half of a pair is replaced, and nothing else. */
const said = NAUGHTY.map((text) => text.toWellFormed());
/** An empty text says nothing of a work. */
const orNull = (text: string) => (text === '' ? null : text);
const works = NAUGHTY.map((_, index) => naughtyWork(index));

test('each text comes back as it went in, in all that is known of a paper', async () => {
  const nodes = await resolveNames(connection, works);
  const papers: (Paper | null)[] = [];
  for (const work of works) papers.push(await readPaper(connection, nodes.get(work)?.node ?? 0));
  said.forEach((text, index) => {
    const file = `${index} ${text}.jsonl`;
    expect(papers[index], NAUGHTY[index]).toMatchObject({
      id: naughtyWork(index),
      title: orNull(text),
      authors: orNull(text),
      venue: orNull(text),
      headline: orNull(text),
      names: [naughtyWork(index), `local:c${index}/x${text}`.trimEnd()],
      claims: [{ claimId: 'C1', text, kind: text, status: text, attestation: text }],
      theorems: [
        { declaration: `d${text}`, library: `l${index}${text}`, relation: text, scope: text, source: text },
      ],
      documents: [{ name: file, note: text }, { name: `${file}#L6` }],
    });
    expect(papers[index]?.references.map(({ title }) => title)).toContain(`n${text}`);
  });
});

test('and in citations and theorems', async () => {
  const cited = await connection.query(
    `SELECT raw, source, method, role FROM citations JOIN works w ON citing = w.work_id JOIN works b ON cited = b.work_id
      WHERE b.public_id = ?1 ORDER BY w.public_id`,
    [CITED_BY_ALL],
  );
  expect(rowsOf(cited)).toEqual(said.map((text) => ({ raw: text, source: text, method: text, role: text })));
  const theorems = await connection.query(
    'SELECT module, statement, url, declaration FROM theorems ORDER BY theorem_id',
  );
  expect(rowsOf(theorems)).toEqual(
    said.map((text) => ({ module: text, statement: text, url: text, declaration: `d${text}` })),
  );
});

test('each is found again by the names it makes, and by no other', async () => {
  const local = NAUGHTY.map((text, index) => `local:c${index}/x${text}`);
  const lean = NAUGHTY.map((text, index) => `lean:l${index}${text}/d${text}`);
  const resolved = await resolveNames(connection, [...local, ...lean, ...NAUGHTY]);
  const ids = (names: readonly string[]) => names.map((name) => resolved.get(name)?.id);
  expect(ids(local)).toEqual(works);
  expect(ids(lean)).toEqual(lean.map((name) => name.toWellFormed()));
  expect(ids(NAUGHTY)).toEqual(NAUGHTY.map(() => undefined));
});

test('nothing else is in the tables', async () => {
  const counted = await connection.query(`SELECT (SELECT count(*) FROM works)::INTEGER AS works,
    (SELECT count(*) FROM work_ids)::INTEGER AS names, (SELECT count(*) FROM theorems)::INTEGER AS theorems,
    (SELECT count(*) FROM claims)::INTEGER AS claims, (SELECT count(*) FROM citations)::INTEGER AS citations,
    (SELECT count(*) FROM documents)::INTEGER AS documents, (SELECT count(*) FROM problems)::INTEGER AS problems`);
  const all = NAUGHTY.length;
  expect(rowsOf(counted)).toEqual([
    {
      works: all + 1,
      names: 2 * all + 1,
      theorems: all,
      claims: all,
      citations: 2 * all,
      documents: 2 * all,
      problems: 0,
    },
  ]);
});

test('each as the hash of an address is a damaged link, and in the fields of a link comes back as it was', () => {
  for (const text of NAUGHTY.filter((one) => one.replace(/^#/, '') !== ''))
    expect(() => readLink(`#${text}`), text).toThrow('cannot be read');
  for (const text of said.filter((one) => one !== '')) {
    const view = {
      ...DEFAULT_VIEW,
      focus: text,
      hidden: [text],
      selection: [text],
      pins: { [text]: [1, 2] as const },
    };
    const documents = { named: [{ name: text, sha256: 'a'.repeat(16) }], more: 0 };
    expect(readLink(writeLink({ view, documents })), text).toEqual({ view, documents });
  }
});

test('search finds each, or nothing for what is blank', async () => {
  for (const [index, text] of NAUGHTY.entries()) {
    const ids = (await search(connection, text, 10_000)).map(({ id }) => id);
    if (text.trim() === '') expect(ids, `${index}`).toEqual([]);
    else expect(ids, `${index}: ${text}`).toContain(naughtyWork(index));
  }
});
