import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { SAMPLES } from './samples';
import { readPicture } from './stored';

const PICTURES = SAMPLES.map(
  ({ picture }): unknown => JSON.parse(readFileSync(`static/${picture}`, 'utf8')) as unknown,
);
const [picture] = PICTURES;

test('what the pipeline made is a picture', () => {
  for (const one of PICTURES) expect(readPicture(one)).toBe(one);
});

it.each([
  ['/rows', undefined],
  ['/rows/nodes/trust', undefined],
  ['/rows/nodes/trust/0', 'very'],
  ['/rows/nodes/id', []],
  ['/rows/nodes/title/0', 7],
  ['/rows/lines/from/0', 'one'],
  ['/rows/lines', []],
  ['/positions/x/0', null],
  ['/positions/x/0', Infinity],
  ['/positions/y', undefined],
  ['/positions/axes', {}],
  ['/positions/bounds/left', undefined],
  ['/names', []],
  ['/names', { a: 1 }],
  ['/next', 'many'],
  ['/clusters', ['one']],
  ['/particulars', { venue: [], documents: [], roles: [], claims: [] }],
  ['/particulars', { venue: ['a'] }],
])('with %s as %j it is none', (pointer, value) => {
  const copy = structuredClone(picture);
  expect(readPicture(copy)).toBe(copy);
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  parent[last] = value;
  expect(readPicture(copy)).toBeNull();
});

it.each([null, 1, 'text', [], {}])('%j is none', (value) => {
  expect(readPicture(value)).toBeNull();
});

test('too many nodes are none', () => {
  const copy = structuredClone(picture) as { rows: { nodes: Record<string, unknown[]> } };
  for (const column of Object.values(copy.rows.nodes))
    for (let size = column.length; size < 6_000; size++) column.push(column[0]);
  expect(readPicture(copy)).toBeNull();
});
