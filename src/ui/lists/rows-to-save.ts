import type { AnswerToExport, Brief } from '../../explorer';

type Value = string | number | null;

const BRIEF: readonly (readonly [name: string, type: string, of: (brief: Brief) => Value])[] = [
  ['id', 'VARCHAR', ({ id }) => id],
  ['title', 'VARCHAR', ({ title }) => title],
  ['authors', 'VARCHAR', ({ authors }) => authors],
  ['year', 'INTEGER', ({ year }) => year],
];

interface Row {
  readonly brief: Brief;
}

/** A list of works as a table: what each is, and what the list says of it. */
export function rowsToSave<Of extends Row>(
  rows: readonly Of[],
  columns: readonly (readonly [
    name: string,
    type: 'VARCHAR' | 'INTEGER' | 'DOUBLE',
    of: (row: Of) => Value,
  ])[],
): AnswerToExport {
  const all = [
    ...BRIEF.map(([name, type, of]) => ({ name, type, of: ({ brief }: Of) => of(brief) })),
    ...columns.map(([name, type, of]) => ({ name, type, of })),
  ];
  return {
    columns: all.map(({ name, type }) => ({ name, type })),
    rowCount: rows.length,
    cell: (row, column) => {
      const one = rows[row];
      return one === undefined ? null : (all[column]?.of(one) ?? null);
    },
  };
}
