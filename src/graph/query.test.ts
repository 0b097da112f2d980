import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from './build-graph';
import { FacetTable } from './facet-table';
import { matching } from './match';
import { isMistake, parseQuery, QUERY_FIELDS } from './query';
import { rowsWith } from './rows-fixture';

const graph = buildGraph(
  rowsWith([
    {
      id: 'arXiv:2409.12917',
      title: 'Training Language Models to Self-Correct',
      authors: 'Aviral Kumar',
      year: 2024,
      category: 'cs.LG',
    },
    {
      id: 'arXiv:2303.11366',
      title: 'Reflexion: Verbal Reinforcement',
      authors: 'Noah Shinn',
      year: 2023,
      kind: 'stub',
    },
    { id: 'doi:10.1/x', title: 'Équations and models of NOT knowing', authors: null, year: null },
  ]),
  { unidentified: false },
);
const table = new FacetTable(graph);
const rowsOf = (query: string) => [...matching(table, query)].flatMap((is, row) => (is === 1 ? [row] : []));

test.each([
  ['', [0, 1, 2]],
  ['models', [0, 2]],
  ['MODELS language', [0]],
  ['models AND NOT language', [2]],
  ['reflexion OR language', [0, 1]],
  ['reflexion OR language models', [0, 1]],
  ['(reflexion OR language) models', [0]],
  ['NOT models OR language', [0, 1]],
  ['"language models"', [0]],
  ['"models language"', []],
  ['"language mod', [0]],
  ['title:models', [0, 2]],
  ['author:models', []],
  ['author:"noah shinn"', [1]],
  ['AUTHOR:Shinn', [1]],
  ['year:2024', [0]],
  ['year:2023..2024', [0, 1]],
  ['year:..2023', [1]],
  ['year:2024..', [0]],
  ['NOT year:2000..2100', [2]],
  ['category:cs.lg', [0]],
  ['kind:stub', [1]],
  ['id:2409', [0]],
  ['arXiv:2409.12917', [0]],
  ['equations', [2]],
  ['not', [2]],
])('%j describes %j', (query, rows) => {
  expect(isMistake(parseQuery(query))).toBe(false);
  expect(rowsOf(query)).toEqual(rows);
});

test.each([
  ['(models', 'This parenthesis is not closed.', 0],
  ['models)', 'This parenthesis closes nothing.', 6],
  ['models AND', 'Something must follow AND.', 10],
  ['OR models', 'There is nothing before OR.', 0],
  ['a OR OR b', 'There is nothing before OR.', 5],
  ['()', 'There is nothing before this parenthesis.', 1],
  ['title: AND x', 'What should title be? A word or a "phrase" must follow.', 0],
  ['year:soon', 'A year is written 2024, several 2020..2024.', 5],
  ['year:..', 'A year is written 2024, several 2020..2024.', 5],
  ['x titel:reward', 'There is no field titel; fields are', 2],
])('%j is a mistake that is named with its place, and filters nothing', (query, message, at) => {
  const parsed = parseQuery(query);
  expect(isMistake(parsed) && parsed.message).toContain(message);
  expect(isMistake(parsed) && parsed.at).toBe(at);
  expect(rowsOf(query)).toEqual([0, 1, 2]);
});

const piece = fc.oneof(
  fc.constantFrom('AND', 'OR', 'NOT', '(', ')', '"', ':', '..', ...QUERY_FIELDS.map((field) => `${field}:`)),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('whatever is typed', () => {
  test('is answered', () => {
    fc.assert(
      fc.property(hostile, (query) => {
        const parsed = parseQuery(query);
        if (isMistake(parsed)) expect(parsed.at).toBeLessThanOrEqual(query.length);
        expect(matching(table, query)).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });

  test.each([['('], ['NOT '], ['"'], ['a OR '], ['title:'], ['(a)']])('is answered: many of %j', (text) => {
    for (const length of [900, 200_000]) {
      const parsed = parseQuery(text.repeat(Math.ceil(length / text.length)).slice(0, length));
      if (isMistake(parsed)) expect(parsed.at).toBeLessThanOrEqual(length);
    }
    expect(isMistake(parseQuery(text.repeat(5_000)))).toBe(true);
  });
});

const term = fc.constantFrom('models', 'title:language', 'year:2024', '"self-correct"', 'kind:stub', 'xyz');
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    term,
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} AND ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    tie('query').map((a) => `NOT ${a}`),
  ),
})).query;

test('the laws of AND, OR and NOT hold', () => {
  fc.assert(
    fc.property(query, query, query, (a, b, c) => {
      const same = (left: string, right: string) =>
        expect(rowsOf(left), `${left} is ${right}`).toEqual(rowsOf(right));
      same(`NOT NOT ${a}`, a);
      same(`${a} ${b}`, `${a} AND ${b}`);
      same(`${a} OR ${b}`, `${b} OR ${a}`);
      same(`NOT (${a} AND ${b})`, `NOT ${a} OR NOT ${b}`);
      same(`${a} AND (${b} OR ${c})`, `(${a} AND ${b}) OR (${a} AND ${c})`);
      same(`${a} OR ${b} AND ${c}`, `${a} OR (${b} AND ${c})`);
      same(`${a} AND NOT ${a}`, 'xyz');
    }),
  );
});
