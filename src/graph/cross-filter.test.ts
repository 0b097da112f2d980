import { expect, test } from 'vitest';
import { DEFAULT_VIEW, NO_FILTERS, type Filters, type View } from '../model';
import { buildGraph } from './build-graph';
import { rowsWith } from './rows-fixture';
import { crossFilter } from './sieves';
import { visibleNodes } from './visible';

/** A star of three around the focus, a triangle beside it, and one that is joined to nothing. */
const graph = buildGraph(
  rowsWith(
    [
      { id: 'focus', year: 2024, category: 'cs.LG', authors: 'Ada Lovelace' },
      { id: 'a', year: 2020, category: 'cs.LG', authors: 'Ada Lovelace, Alan Turing' },
      { id: 'b', year: 2021, category: 'cs.CL', authors: 'Alan Turing' },
      { id: 'c', year: null, category: null, authors: null, kind: 'stub' },
      { id: 'x', year: 2022, category: 'cs.CL' },
      { id: 'y', year: 2022, category: 'cs.CL' },
      { id: 'z', year: 2023, category: 'cs.CL' },
      { id: 'alone', year: 2023, category: 'math.CO' },
    ],
    [
      [0, 1],
      [0, 2],
      [3, 0],
      [4, 5],
      [5, 6],
      [6, 4],
      [4, 6],
    ],
  ),
  { unidentified: false },
);

function filtered(filters: Partial<Filters>, view: Partial<View> = {}) {
  return crossFilter(graph, {
    ...DEFAULT_VIEW,
    focus: 'focus',
    ...view,
    filters: { ...NO_FILTERS, ...filters },
  });
}
const stageOf = (filters: Partial<Filters>, view: Partial<View> = {}) =>
  [...filtered(filters, view).stage].join(' ');
const countsOf = (filters: Partial<Filters>, facet: 'category' | 'author' | 'kind') =>
  Object.fromEntries(
    filtered(filters)
      .countValues(facet)
      .map(({ value, count }) => [value, count]),
  );

test('values of one facet are alternatives, facets narrow each other, what is not stated is a value', () => {
  expect(stageOf({ facets: { category: ['cs.LG', 'math.CO'] } })).toBe('focus a alone');
  expect(stageOf({ facets: { category: ['cs.LG'], author: ['Alan Turing'] } })).toBe('focus a');
  expect(stageOf({ facets: { category: [''] } })).toBe('focus c');
  expect(stageOf({ facets: { category: ['nowhere'] } })).toBe('focus');
});

test('a facet’s own filter does not change its counts, the others do', () => {
  const filters = { facets: { category: ['cs.LG'] }, years: [2020, 2022] } as const;
  expect(countsOf(filters, 'category')).toEqual({ 'cs.LG': 1, 'cs.CL': 3, '': 1, 'math.CO': 0 });
  expect(countsOf(filters, 'author')).toEqual({ 'Ada Lovelace': 1, 'Alan Turing': 1, '': 0 });
  expect(
    filtered(filters)
      .countYears()
      .years.map(({ year, count, all }) => [year, count, all]),
  ).toEqual([
    [2020, 1, 1],
    [2021, 0, 1],
    [2022, 0, 2],
    [2023, 0, 2],
    [2024, 1, 1],
  ]);
});

test('what is switched off in the legend keeps its count, so that it can be switched on', () => {
  expect(countsOf({ off: ['kind:stub'] }, 'kind')).toEqual({ paper: 7, stub: 1 });
  expect(countsOf({ off: ['kind:stub', 'category:?'] }, 'kind')).toEqual({ paper: 7, stub: 0 });
});

test('the focus stays on the stage and is counted only where it passes; what is hidden is neither', () => {
  const away = filtered({ years: [2020, 2021] });
  expect([...away.stage]).toEqual(['focus', 'a', 'b', 'c']);
  expect(away.total).toEqual({ count: 3, kept: 1, all: 8 });
  expect(countsOf({ years: [2020, 2021] }, 'category')).toMatchObject({ 'cs.LG': 1 });
  expect(stageOf({}, { hidden: ['focus', 'a'] })).toBe('b c x y z alone');
  expect(filtered({}, { hidden: ['focus', 'a'] }).total).toEqual({ count: 6, kept: 0, all: 6 });
});

test('degree, core and largest part count what the other filters left, in this order', () => {
  expect(stageOf({ degree: [2, null] })).toBe('focus x y z');
  expect(stageOf({ degree: [0, 1] })).toBe('focus a b c alone');
  expect(stageOf({ core: 2 })).toBe('focus x y z');
  expect(stageOf({ largest: true })).toBe('focus a b c');
  expect(stageOf({ largest: true, core: 1, degree: [1, 2] })).toBe('focus a b c');
  expect(stageOf({ core: 2, years: [2022, 2022] })).toBe('focus');
});

test('with these too, a count is of the nodes that would be on the stage if the facet’s own filter were lifted', () => {
  const filters: Filters = { ...NO_FILTERS, core: 2, facets: { category: ['cs.LG'] } };
  const [passing, lifted] = [filters, { ...filters, facets: {} }].map((one) => filtered(one));
  expect(passing?.total.count).toBe(0);
  expect(lifted?.total.count).toBe(3);
  expect(countsOf(filters, 'category')).toEqual({ 'cs.LG': 0, 'cs.CL': 3, '': 0, 'math.CO': 0 });
  expect([...filtered({ degree: [2, 3], facets: { category: ['cs.LG'] } }).countDegrees().counts]).toEqual([
    0, 2,
  ]);
});

test('the stage is what the cross-filter leaves', () => {
  const view: View = { ...DEFAULT_VIEW, focus: 'focus', filters: { ...NO_FILTERS, query: 'year:2022..' } };
  expect([...visibleNodes(graph, view)]).toEqual(['focus', 'x', 'y', 'z', 'alone']);
});
