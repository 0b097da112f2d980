import { strToU8, zipSync } from 'fflate';
import { csvOf, type CsvCell } from '../../model';
import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { LINE_FIELDS, NODE_FIELDS, type Field } from './fields';

/** Zip has no earlier date; it is read in the time of the machine, so that every machine writes the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** `nodes.csv` and `edges.csv` with the headings that Gephi and Cytoscape know, in one zip; y goes up. */
export function csvPair({ nodes, lines }: ExportGraph): Uint8Array {
  const files = {
    'nodes.csv': strToU8(nodeTable(nodes)),
    'edges.csv': strToU8(lineTable(lines)),
  };
  return zipSync(files, { mtime: NO_DATE });
}

function nodeTable(nodes: readonly ExportNode[]): string {
  return csvOf([
    ['Id', 'Label', 'x', 'y', 'size', 'color', ...namesOf(NODE_FIELDS)],
    ...nodes.map((node) => [
      ...[node.id, node.label, node.x, node.y === null ? null : 0 - node.y, node.size, node.colour],
      ...cellsOf(NODE_FIELDS, node),
    ]),
  ]);
}

function lineTable(lines: readonly ExportLine[]): string {
  return csvOf([
    ['Source', 'Target', 'Type', 'Weight', 'color', 'width', ...namesOf(LINE_FIELDS)],
    ...lines.map((line) => [
      ...[line.from, line.to, 'Directed', line.evidence, line.colour, line.width],
      ...cellsOf(LINE_FIELDS, line),
    ]),
  ]);
}

function namesOf<Of>(fields: readonly Field<Of>[]): string[] {
  return fields.map(({ name }) => name);
}

function cellsOf<Of>(fields: readonly Field<Of>[], one: Of): CsvCell[] {
  return fields.map(({ of }) => of(one));
}
