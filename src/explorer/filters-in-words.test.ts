import { expect, test } from 'vitest';
import { NO_FILTERS, type Filters, type LegendEntry } from '../model';
import { filtersInWords } from './filters-in-words';

const LEGEND: readonly LegendEntry[] = [
  {
    ...{ key: 'trust:none', group: 'trust', label: 'no record loaded', count: 3 },
    ...{ isOn: false, isFilter: true, mark: { trust: 'none', colour: 'muted' } },
  },
];

test.each<[string, Partial<Filters>, number, string]>([
  ['nothing', {}, 0, ''],
  ['years', { years: [2020, 2024] }, 0, 'from 2020 to 2024'],
  ['one year', { years: [2024, 2024] }, 0, 'of 2024'],
  [
    'a query and keys, of which the legend knows one',
    { query: ' reward ', off: ['trust:none', 'line:uses_method'] },
    0,
    'fits “reward”; not shown: “no record loaded”, uses method',
  ],
  ['a facet', { facets: { category: ['cs.LG', ''] } }, 0, 'category is cs.LG or not stated'],
  [
    'structure',
    { degree: [2, null], core: 3, largest: true },
    0,
    'with 2 or more neighbours; in the 3-core; in the largest part',
  ],
  ['hidden nodes', {}, 4, '4 hidden by hand'],
])('%s', (_, filters, hidden, words) => {
  expect(filtersInWords({ ...NO_FILTERS, ...filters }, { hidden, legend: LEGEND })).toBe(words);
});
