import type { ColumnType, ExportTable } from '../table/export-table';
import type { ExportGraph } from './export-graph';
import { LINE_FIELDS, NODE_FIELDS, type Field } from './fields';

const TYPES: Readonly<Record<Field<never>['type'], ColumnType>> = {
  text: 'text',
  whole: 'integer',
  'yes or no': 'boolean',
};

/** A graph as two tables; places and sizes are pixels of the frame, y down. */
export function graphTables({ nodes, lines }: ExportGraph): Readonly<Record<'nodes' | 'lines', ExportTable>> {
  return {
    nodes: tableOf(nodes, [
      ['id', 'text', ({ id }) => id],
      ['label', 'text', ({ label }) => label],
      ...columnsOf(NODE_FIELDS),
      ['x', 'double', ({ x }) => x],
      ['y', 'double', ({ y }) => y],
      ['size', 'double', ({ size }) => size],
      ['colour', 'text', ({ colour }) => colour],
    ]),
    lines: tableOf(lines, [
      ['from', 'text', ({ from }) => from],
      ['to', 'text', ({ to }) => to],
      ...columnsOf(LINE_FIELDS),
    ]),
  };
}

type Column<Of> = readonly [name: string, type: ColumnType, of: (one: Of) => unknown];

function columnsOf<Of>(fields: readonly Field<Of>[]): Column<Of>[] {
  return fields.map(({ name, type, of }) => [name, TYPES[type], of]);
}

function tableOf<Of>(rows: readonly Of[], columns: readonly Column<Of>[]): ExportTable {
  return {
    names: columns.map(([name]) => name),
    types: columns.map(([, type]) => type),
    columns: columns.map(([, , of]) => rows.map(of)),
  };
}
