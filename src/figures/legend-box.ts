import type { LegendEntry } from '../model';
import { measure } from '../scene';
import { cleaned, rowsOf } from './words';

/** A row of the legend in its column: y is its first baseline. */
export interface LegendRow {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly string[];
  /** Null for the name of a group. */
  readonly entry: LegendEntry | null;
}

/** Between an entry's words and its count, over the size. */
export const COUNT_GAP = 0.45;

export interface LegendBox {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** Where words begin, right of the sample. */
  readonly indent: number;
  readonly leading: number;
  readonly columns: readonly (readonly LegendRow[])[];
}

const GROUPS: Readonly<Record<LegendEntry['group'], string>> = {
  colour: 'Colour',
  kind: 'Marks',
  line: 'Lines',
  change: 'Since the earlier snapshot',
  standing: 'Statements',
  trust: 'Records',
};

/** In sizes of the legend's words. */
const [INDENT, LEADING, GROUP_GAP, COLUMN_GAP] = [2.7, 1.36, 0.55, 1.6];
const SMALLER = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** How wide a column has to be for no entry to break. */
export function legendWidth(entries: readonly LegendEntry[], size: number): number {
  const words = entries.map(({ label, count }) => measure(`${cleaned(label)}${count}`, size, false));
  return Math.max(0, ...words) + (INDENT + COUNT_GAP) * size + 1;
}

/** As many columns as fit. */
export function columnsWithin(width: number, column: number, size: number): number {
  return Math.max(1, Math.floor((width + COLUMN_GAP * size) / (column + COLUMN_GAP * size)));
}

export interface LegendRoom {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** How many columns may be tried, and how wide each may be. */
  readonly columns: readonly number[];
  readonly columnWidth: number;
}

/** The legend set as large as fits its room; what fits at no size is set at the smallest and cut at the foot. */
export function legendBox(entries: readonly LegendEntry[], room: LegendRoom): LegendBox | null {
  if (entries.length === 0) return null;
  let box: LegendBox | null = null;
  for (const smaller of SMALLER) {
    for (const columns of room.columns) {
      box = setIn(entries, columns, room.size * smaller, room);
      if (box.height <= room.height && box.width <= room.width) return box;
    }
  }
  return box && cutAt(box, room.height);
}

function cutAt(box: LegendBox, height: number): LegendBox {
  const columns = box.columns.map((column) =>
    column.filter(({ y, rows }) => y + (rows.length - 1) * box.leading <= height - 0.3 * box.size),
  );
  return { ...box, height: Math.min(height, box.height), columns };
}

interface Block {
  readonly entry: LegendEntry | null;
  readonly rows: readonly string[];
  readonly height: number;
  readonly width: number;
}

function setIn(
  entries: readonly LegendEntry[],
  columns: number,
  size: number,
  { width: most, columnWidth }: LegendRoom,
): LegendBox {
  const gap = COLUMN_GAP * size;
  const [indent, leading] = [INDENT * size, LEADING * size];
  const widest = Math.min(columnWidth, (most - (columns - 1) * gap) / columns);
  const blocks = blocksOf(entries, size, widest - indent);
  const width = Math.min(widest, Math.max(...blocks.map((block) => block.width + indent)));
  const packed = balanced(blocks, columns, size);
  return {
    width: packed.length * width + (packed.length - 1) * gap,
    height: Math.max(...packed.map((column) => heightOf(column, size))),
    size,
    indent,
    leading,
    columns: packed.map((column, index) => placed(column, index * (width + gap), size)),
  };
}

function blocksOf(entries: readonly LegendEntry[], size: number, width: number): Block[] {
  const leading = LEADING * size;
  let group: LegendEntry['group'] | null = null;
  return entries.flatMap((entry) => {
    const count = measure(String(entry.count), size, false) + COUNT_GAP * size;
    const rows = rowsOf(cleaned(entry.label), { size, isStrong: false, width: width - count, most: 3 });
    const widest = Math.max(...rows.map((row) => measure(row, size, false))) + count;
    const block = { entry, rows, width: widest, height: rows.length * leading };
    if (entry.group === group) return [block];
    group = entry.group;
    const name = GROUPS[entry.group];
    return [{ entry: null, rows: [name], width: measure(name, size, true), height: leading }, block];
  });
}

/** The blocks in so many columns at the most, as even as can be; a group's name stays with its first entry. */
function balanced(blocks: readonly Block[], columns: number, size: number): Block[][] {
  const all = heightOf(blocks, size);
  for (let height = all / columns; ; height += LEADING * size * 0.25) {
    const packed = packedIn(blocks, height, size);
    if (packed.length <= columns || height > all) return packed;
  }
}

function packedIn(blocks: readonly Block[], height: number, size: number): Block[][] {
  const columns: Block[][] = [];
  let column: Block[] = [];
  blocks.forEach((block, index) => {
    const next = block.entry === null ? blocks[index + 1] : undefined;
    const together = next ? [...column, block, next] : [...column, block];
    if (column.length > 0 && heightOf(together, size) > height) {
      columns.push(column);
      column = [];
    }
    column.push(block);
  });
  return [...columns, column];
}

function heightOf(column: readonly Block[], size: number): number {
  const gaps = column.filter(({ entry }, index) => entry === null && index > 0).length;
  return column.reduce((sum, { height }) => sum + height, gaps * GROUP_GAP * size);
}

function placed(column: readonly Block[], x: number, size: number): LegendRow[] {
  let top = 0;
  return column.map(({ entry, rows, height }, index) => {
    if (entry === null && index > 0) top += GROUP_GAP * size;
    const row = { x, y: top + size, rows, entry };
    top += height;
    return row;
  });
}
