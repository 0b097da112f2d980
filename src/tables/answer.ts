import { tableFromIPC, type Column, type Table } from '@uwdata/flechette';
import { plainValue } from './connection';

export type Cell = string | number | boolean | null;

export interface AnswerColumn {
  readonly name: string;
  /** Such as INTEGER, VARCHAR or DATE. */
  readonly type: string;
  readonly isNumber: boolean;
}

/** What a person's own SQL came to. A cell is decoded when it is looked at. */
export interface Answer {
  readonly columns: readonly AnswerColumn[];
  readonly rowCount: number;
  /** There are more rows, which were not fetched. */
  readonly hasMore: boolean;
  /** How long the database took, and the fetching. */
  readonly milliseconds: number;
  cell(row: number, column: number): Cell;
}

type ArrowType = Column<unknown>['type'];

/** By Arrow's number of a type. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'NULL',
  4: 'BLOB',
  5: 'VARCHAR',
  6: 'BOOLEAN',
  7: 'DECIMAL',
  8: 'DATE',
  9: 'TIME',
  10: 'TIMESTAMP',
  11: 'INTERVAL',
  12: 'LIST',
  13: 'STRUCT',
  14: 'UNION',
  16: 'ARRAY',
  17: 'MAP',
};
const WHOLE: Readonly<Record<number, string>> = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' };
const [INT, FLOAT, DECIMAL, DATE, TIME, TIMESTAMP] = [2, 3, 7, 8, 9, 10];

interface Fetched {
  /** Messages of one Arrow stream, the schema first. */
  readonly pieces: Uint8Array[];
  readonly hasMore: boolean;
  readonly milliseconds: number;
}

export function decodeAnswer({ pieces, hasMore, milliseconds }: Fetched): Answer {
  const table: Table = tableFromIPC(pieces, { useBigInt: true, useDecimalInt: true, useDate: true });
  const columns = table.names.map((_, column) => table.getChildAt(column));
  return {
    columns: columns.map(({ type }, column) => ({
      name: String(table.names[column]),
      type: nameOf(type),
      isNumber: [INT, FLOAT, DECIMAL].includes(type.typeId),
    })),
    rowCount: table.numRows,
    hasMore,
    milliseconds,
    cell: (row, column) => {
      const found = columns[column];
      return found ? cellOf(found.at(row), found.type) : null;
    },
  };
}

export function countRows(pieces: Uint8Array[]): number {
  return tableFromIPC(pieces).numRows;
}

function nameOf(type: ArrowType): string {
  if (type.typeId === FLOAT) return 'precision' in type && type.precision === 1 ? 'FLOAT' : 'DOUBLE';
  if (type.typeId !== INT || !('bitWidth' in type)) return NAMES[type.typeId] ?? 'OTHER';
  const name = WHOLE[type.bitWidth] ?? 'INTEGER';
  return 'signed' in type && !type.signed ? `U${name}` : name;
}

function cellOf(value: unknown, type: ArrowType): Cell {
  if (value === null || value === undefined) return null;
  if (type.typeId === DECIMAL && typeof value === 'bigint' && 'scale' in type)
    return exact(value, type.scale);
  if (value instanceof Date) return dateText(value, type.typeId);
  if (type.typeId === TIME && typeof value === 'bigint')
    return dateText(new Date(Number(value / 1000n)), TIME);
  const plain = plainValue(value);
  if (typeof plain === 'number' || typeof plain === 'string' || typeof plain === 'boolean') return plain;
  return JSON.stringify(value, (_, part: unknown) =>
    ArrayBuffer.isView(part) ? listOf(part) : plainValue(part),
  );
}

function exact(digits: bigint, scale: number): Cell {
  if (scale === 0) return plainValue(digits) as Cell;
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

function dateText(date: Date, typeId: number): string {
  if (Number.isNaN(date.getTime())) return 'out of range';
  const [day = '', time = ''] = date.toISOString().replace('Z', '').split('T');
  return typeId === DATE ? day : typeId === TIMESTAMP ? `${day} ${time}` : time;
}

function listOf(part: ArrayBufferView): unknown[] {
  return Array.from(part as unknown as ArrayLike<unknown>, plainValue);
}
