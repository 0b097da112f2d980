import { parquetWriteBuffer } from 'hyparquet-writer';
import { columnsOf, type Column } from './column';
import type { ExportTable } from './export-table';

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>;

const TYPES: Readonly<Record<Column['type'], Omit<Schema[number], 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** https://parquet.apache.org, compressed with Snappy; each column may hold NULL. */
export function parquet(table: ExportTable): Uint8Array {
  const columns = columnsOf(table);
  const schema: Schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
  ];
  const columnData = columns.map(({ name, values }) => ({ name, data: [...values] }));
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, createdBy: 'Corollary' }));
}
