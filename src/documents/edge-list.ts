import { alias, parseAlias, type Alias } from '../model';
import { csvRows, type CsvRow } from './csv-rows';
import { LIMITS } from './limits';
import { keptText } from './listed-work';
import type { Reading } from './reading';

/** What a list calls the two ends of a citation; the first pair says by itself that they are such. */
const ENDS = [
  ['citing', 'cited'],
  ['source', 'target'],
  ['from', 'to'],
] as const;

interface Columns {
  readonly separator: string;
  readonly citing: number;
  readonly cited: number;
  readonly titles: readonly string[];
  readonly isTold: boolean;
}

/** By its first line, which names both ends. */
export function isEdgeList(text: string): boolean {
  return columnsOf(text) !== null;
}

/** Whether its first line or most ids of its first rows say that these are citations. */
export function isSureEdgeList(text: string): boolean {
  const columns = columnsOf(text);
  if (columns === null || columns.isTold) return columns !== null;
  let [rows, named] = [0, 0];
  for (const { cells } of bodyOf(text.slice(0, 64 * 1024), columns.separator)) {
    const ends = [cells[columns.citing], cells[columns.cited]];
    named += ends.filter((cell) => workName(cell ?? '') !== null).length;
    if (++rows === 20) break;
  }
  return named > rows;
}

/** Citations, a row each. A list of them states no works, so those that nothing else states are stubs. */
export function readEdgeList(list: string, { text, facts, problems }: Reading): void {
  const columns = columnsOf(text);
  if (columns === null) return;
  let others = 0;
  for (const row of bodyOf(text, columns.separator)) {
    const pointer = `line ${row.line}`;
    if (facts.citations.length === LIMITS.listItems) {
      problems.error(pointer, `Only the first ${LIMITS.listItems.toLocaleString('en')} citations were read.`);
      return;
    }
    const said = (title: string) => keptText(unguarded(row.cells[columns.titles.indexOf(title)] ?? ''));
    const kind = said('kind');
    if (kind !== null && kind !== 'cites') {
      others++;
      continue;
    }
    const [citing, cited] = [columns.citing, columns.cited].map((place) =>
      nameOf(list, row.cells[place] ?? ''),
    );
    if (!citing || !cited || citing === cited) {
      const why = citing && cited ? 'names one work twice' : 'does not name two works';
      problems.error(pointer, `This row ${why}; it was left out.`);
      continue;
    }
    facts.citations.push({
      ...{ citing, cited, pointer, refIndex: null, raw: null, method: null, aside: null },
      ...{ source: `a row of the list ${list}`, role: said('role') },
      relationship: said('relationship') ?? said('relation'),
    });
  }
  if (others > 0)
    problems.note('', `${others.toLocaleString('en')} rows of other kinds than "cites" were left out.`);
}

function columnsOf(text: string): Columns | null {
  const head = /^\s*([^\n]{1,4096})(?:\n|$)/.exec(text.slice(0, 8192))?.[1] ?? '';
  for (const separator of [',', '\t', ';']) {
    const [first] = csvRows(head, separator);
    const titles =
      first?.cells.map((title) =>
        title
          .trim()
          .toLowerCase()
          .replace(/[ _-]?(?:id|work|paper)$/, ''),
      ) ?? [];
    for (const [citing, cited] of ENDS) {
      const places = { citing: titles.indexOf(citing), cited: titles.indexOf(cited) };
      if (places.citing !== -1 && places.cited !== -1)
        return { separator, ...places, titles, isTold: citing === 'citing' };
    }
  }
  return null;
}

/** All rows but the first. */
function* bodyOf(text: string, separator: string): Generator<CsvRow> {
  let isFirst = true;
  for (const row of csvRows(text, separator)) {
    if (!isFirst) yield row;
    isFirst = false;
  }
}

/** Our own tables mark what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function workName(cell: string): Alias | null {
  const name = cell.length > LIMITS.idLength ? null : parseAlias(unguarded(cell));
  return name !== null && /^(?:arXiv|doi|openalex|pith-work):/.test(name) ? name : null;
}

function nameOf(list: string, cell: string): Alias | null {
  const stated = workName(cell);
  if (stated !== null) return stated;
  const key = unguarded(cell)
    .trim()
    .replace(/^local:/, '');
  const local = `${list}/${key}`;
  return key === '' || local.length > LIMITS.idLength ? null : alias('local', local);
}
