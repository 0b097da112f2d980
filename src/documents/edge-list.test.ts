import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv-rows';
import { file, readAll, readOne } from './vectors/read';

const OURS =
  'source,target,kind,relation\r\narXiv:2409.12917,doi:10.1000/x,cites,"extends, ""much"""\r\narXiv:2409.12917,lean:pfr/PFR,formal,\r\n' +
  "arXiv:2303.11366,local:c/=1,cites,\r\narXiv:2303.11366,'=1,cites,\r\n\r\narXiv:2303.11366,,cites,\r\n2303.11366,arXiv:2303.11366v2,cites,\r\n";

test('a list of edges whose ends are ids is a collection of citations, each with its line', async () => {
  const { kind, note, facts, problems } = await readOne(OURS, 'edges.csv');
  expect([kind, note, facts.works]).toEqual(['collection', 'A list of citations, a row each.', []]);
  expect(
    facts.citations.map(({ citing, cited, relationship, pointer, source }) => [
      ...[citing, cited, relationship, pointer, source],
    ]),
  ).toEqual([
    ['arXiv:2409.12917', 'doi:10.1000/x', 'extends, "much"', 'line 2', 'a row of the list edges'],
    ['arXiv:2303.11366', 'local:edges/c/=1', null, 'line 4', 'a row of the list edges'],
    ['arXiv:2303.11366', 'local:edges/=1', null, 'line 5', 'a row of the list edges'],
  ]);
  expect(problems.map(({ pointer, severity }) => [pointer, severity])).toEqual([
    ['line 7', 'error'],
    ['line 8', 'error'],
    ['', 'note'],
  ]);
});

test.each([
  ['tabs', 'Citing\tCited\nA\tB\n'],
  ['semicolons', 'cited;year;citing\nB;2001;A\n'],
  ['words behind', 'citing_id,cited_id\nA,B'],
])('where the first line says citing and cited, any keys will do: %s', async (_, text) => {
  const { kind, facts } = await readOne(text, 'e.csv');
  expect([kind, facts.citations[0]?.citing, facts.citations[0]?.cited]).toEqual([
    'collection',
    'local:e/A',
    'local:e/B',
  ]);
});

test('other edges are asked about', async () => {
  const text = 'source,target\nA,B\n';
  const unsure = await readOne(text, 'e.csv');
  expect([unsure.kind, unsure.couldBe, unsure.facts.citations]).toEqual(['unknown', ['collection'], []]);
  const [said] = await readAll([file('e.csv', text)], { as: { 'e.csv': 'collection' } });
  expect([said?.kind, said?.facts.citations.length]).toEqual(['collection', 1]);
});

test.each([
  ['another table', 'id,title\n1,x\n'],
  ['one of the ends', 'source,title\na,b\n'],
  ['prose', 'From here to there, and so on.\n'],
])('%s is no list of edges', async (_, text) => {
  const { kind, couldBe } = await readOne(text, 'x.csv');
  expect([kind, couldBe]).toEqual(['unknown', []]);
});

test('rows are those that another reader finds, with the lines that they begin in', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a",\n \' 1') });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, end) => {
        const text = rows.map((row) => row.map(quote).join(',')).join(end);
        const found = [...csvRows(text, ',')];
        expect(found.map(({ cells }) => cells)).toEqual(parse(text, { relax_column_count: true }));
        for (const [place, { line }] of found.entries()) {
          const before = rows.slice(0, place).map((row) => row.map(quote).join(',') + end);
          expect(line).toBe(before.join('').split('\n').length);
        }
      },
    ),
  );
});

test('60,000 edges are read, in a time that grows with them', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, place) => `arXiv:2409.${10_000 + (place % 80_000)},arXiv:2303.11366\n`,
  );
  const { facts } = await readOne(`citing,cited\n${rows.join('')}`, 'e.csv');
  expect(facts.citations).toHaveLength(60_000);
});
