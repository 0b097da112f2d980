import { expect, test } from 'vitest';
import { NO_FILTERS } from '../../model';
import { countFilters, valuesToList, withToggledValue } from './facets';

const COUNTS = [
  { value: '', count: 90, all: 90 },
  { value: 'Ada Lovelace', count: 2, all: 9 },
  { value: 'Alan Turing', count: 5, all: 5 },
  { value: 'Grace Hopper', count: 0, all: 7 },
  { value: 'Emmy Noether', count: 0, all: 8 },
];
const listed = (wanted: Partial<Parameters<typeof valuesToList>[2]>) => {
  const list = valuesToList('author', COUNTS, { text: '', chosen: [], most: 2, ...wanted });
  return [...list.listed.map(({ value }) => value), list.more];
};

test('the values with most nodes left come first, what is not stated last, and what is chosen is never missing', () => {
  expect(listed({})).toEqual(['Alan Turing', 'Ada Lovelace', '', 2]);
  expect(listed({ chosen: ['Grace Hopper', 'Gone Elsewhere'] })).toEqual([
    'Alan Turing',
    'Ada Lovelace',
    'Grace Hopper',
    'Gone Elsewhere',
    '',
    1,
  ]);
  expect(listed({ text: ' HOPP' })).toEqual(['Grace Hopper', 0]);
});

test('the same choice is the same View, whatever was chosen first; nothing chosen is no filter', () => {
  const one = withToggledValue(withToggledValue({ venue: ['ICLR'] }, 'author', 'b'), 'author', 'a');
  const other = withToggledValue(
    withToggledValue(withToggledValue({}, 'author', 'a'), 'author', 'b'),
    'venue',
    'ICLR',
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(withToggledValue({ author: ['a'] }, 'author', 'a')).toEqual({});
});

test('filters are counted as a person sees them', () => {
  expect(countFilters(NO_FILTERS)).toBe(0);
  const facets = { author: ['a', 'b'], kind: ['paper'] };
  expect(countFilters({ ...NO_FILTERS, facets, off: ['kind:stub', 'kind:paper'], query: ' ', core: 2 })).toBe(
    3,
  );
});
