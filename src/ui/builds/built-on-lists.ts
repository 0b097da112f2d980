import type { BuiltOnAnswer } from '../../explorer';
import { spelled } from '../../model';
import { counted } from '../numbers';
import type { WorkColumn, WorkOrder, WorkRow } from '../lists/work-columns';

export const BUILT_ON_COLUMNS: readonly WorkColumn[] = [
  { name: 'Date', words: 'Date' },
  { name: 'Steps', words: 'Steps along citers from the nearest start' },
  { name: 'As', words: 'As what it cites the start, where the evidence says so' },
  { name: 'Cited by', words: 'Cited by, as known here' },
  { name: 'Two years', words: 'Citers of the two newest years of what is loaded' },
  { name: 'Rise', words: 'Those, less the citers of the two years before' },
  {
    name: 'Bridge',
    words:
      'Betweenness: shortest ways between two others, among the starts and what builds on them, that lead over it',
  },
];
const [DATE, STEPS, AS, RISE, BRIDGE] = [0, 1, 2, 5, 6];

export type ListKey = 'steps' | 'date' | 'role' | 'first' | 'rising' | 'bridges' | 'reading';

interface List {
  readonly name: string;
  readonly words: string;
  readonly order: WorkOrder;
  readonly rows: (answer: BuiltOnAnswer) => readonly WorkRow[];
  readonly columns: readonly WorkColumn[];
  /** The name of the group that a row is in, where the list falls into groups. */
  readonly groupOf?: (row: WorkRow) => string;
  /** What is said where it is empty. */
  readonly none: string;
}

const NOTHING_CITES = 'Nothing that is loaded cites it.';

const upwards = (column = 0): WorkOrder => ({ column, isDescending: false });
const downwards = (column = 0): WorkOrder => ({ column, isDescending: true });

/** The same works, each list in the order that answers its question. */
export const LISTS: Readonly<Record<ListKey, List>> = {
  steps: {
    ...list('By steps', 'Layers: what cites a start, what cites that, …'),
    order: upwards(STEPS),
    groupOf: ({ cells }) => counted(Number(cells[STEPS]), 'step'),
  },
  date: {
    ...list('By date', 'The newest first'),
    order: downwards(DATE),
    groupOf: ({ brief }) => String(brief.year ?? 'no year'),
  },
  role: {
    ...list('By role', 'As what it cites the start, where the evidence says so'),
    order: upwards(AS),
    rows: (answer) => rowsOf(answer).filter((_, at) => answer.rows[at]?.role !== null),
    groupOf: ({ cells }) => spelled(String(cells[AS])),
    none: 'No evidence says as what it cites the start.',
  },
  first: {
    ...list('First to cite', 'What cites a start directly, the oldest first'),
    order: upwards(DATE),
    rows: (answer) => rowsOf(answer).filter((_, at) => answer.rows[at]?.hops === 1),
  },
  rising: {
    ...list('Rising', 'More citers in the two newest years than in the two before'),
    order: downwards(RISE),
    rows: (answer) => rowsOf(answer).filter((_, at) => (answer.rows[at]?.rise ?? 0) > 0),
    none: 'None has more citers in the two newest years than in the two before.',
  },
  bridges: {
    ...list('Bridges', 'The most shortest ways lead over these'),
    order: downwards(BRIDGE),
    rows: (answer) => rowsOf(answer).filter((_, at) => (answer.rows[at]?.betweenness ?? 0) > 0),
    none: 'No shortest way leads over any of these, or there are too many to count.',
  },
  reading: {
    name: 'Reading order',
    words: 'What is built on comes first, else the oldest',
    order: { column: -1, isDescending: false },
    rows: () => [],
    columns: [
      { name: 'Place', words: 'Place' },
      { name: 'Year', words: 'Year' },
    ],
    none: '',
  },
};

function list(name: string, words: string) {
  return { name, words, columns: BUILT_ON_COLUMNS, rows: rowsOf, none: NOTHING_CITES };
}

function rowsOf({ rows }: BuiltOnAnswer): readonly WorkRow[] {
  return rows.map(({ brief, hops, role, citers, recentCiters, rise, betweenness }) => ({
    brief,
    cells: [
      brief.date ?? (brief.year === null ? null : String(brief.year)),
      hops,
      role,
      citers,
      recentCiters,
      rise,
      betweenness === null ? null : Math.round(betweenness * 10) / 10,
    ],
  }));
}

/** With how many rows are in each, in the order of the rows. */
export function groupsOf(
  rows: readonly WorkRow[],
  groupOf: (row: WorkRow) => string,
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = groupOf(row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
