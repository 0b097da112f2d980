import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decodePostings,
  keyIn,
  NAME,
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  PAGE,
  POSTINGS_FILE,
  rowsIn,
  WORD,
  WORDS_FILE,
  WORDS_TABLE,
  type Widths,
} from '../../corpus';
import type { Database } from '../pack/database';
import { TABLES, type Table } from './schema';

/** A row as the text ClickHouse reads, and the number that decides its shard. */
export interface Row {
  readonly table: Table;
  readonly by: number;
  readonly text: string;
}

/** All rows of a corpus, one after the other; its database is attached as `packed`. */
export async function* rowsOf(folder: string, database: Database): AsyncGenerator<Row> {
  yield* neighbourhoodRows(join(folder, NEIGHBOURHOODS_FILE));
  yield* wordRows(join(folder, WORDS_FILE));
  for await (const [key = 0, work = 0] of tableRows(join(folder, NAMES_TABLE), NAME))
    yield row(TABLES.names, key, [key, work]);
  yield* databaseRows(database);
  yield* postingRows(folder);
}

const OWN_LINE = /^\{"work":(\d+),/;
const STRETCH_LINE = /^\{"id":"(?:[^"\\]|\\.)*","direction":"(references|citing)","from":(\d+),/;
const WORD_LINE = /^\{"word":("[^"\\]*"),"works":(\d+),/;

/** Lines are taken by their beginnings, which `pack` writes: to read them whole would take most of the time. */
async function* neighbourhoodRows(path: string): AsyncGenerator<Row> {
  let work = 0;
  for await (const line of linesOf(path)) {
    const own = OWN_LINE.exec(line)?.[1];
    const [, direction, start] = STRETCH_LINE.exec(line) ?? [];
    if (own !== undefined) work = Number(own);
    else if (direction === undefined || work === 0) throw damaged(path, line);
    const part = own !== undefined ? 0 : direction === 'references' ? 1 : 2;
    yield row(TABLES.lines, work, [work, part, Number(start ?? 0), line]);
  }
}

async function* wordRows(path: string): AsyncGenerator<Row> {
  for await (const line of linesOf(path)) {
    const [, word, works] = WORD_LINE.exec(line) ?? [];
    if (word === undefined) throw damaged(path, line);
    const key = keyIn(
      createHash('sha256')
        .update(JSON.parse(word) as string)
        .digest(),
    );
    yield row(TABLES.words, key, [key, Number(works), line]);
  }
}

async function* databaseRows(database: Database): AsyncGenerator<Row> {
  for (const table of [TABLES.cites, TABLES.cited_by]) {
    const [first = '', second = ''] = table.order.split(', ');
    const cursor = await database.read(`SELECT ${first}, ${second} FROM packed.${table.name}`);
    while (await cursor.load()) {
      do {
        yield row(table, cursor.int(0), [cursor.int(0), cursor.int(1)]);
      } while (cursor.next());
    }
    cursor.close();
  }
}

async function* postingRows(folder: string): AsyncGenerator<Row> {
  const file = await open(join(folder, POSTINGS_FILE));
  try {
    for await (const [key = 0, , , , start = 0, bytes = 0] of tableRows(join(folder, WORDS_TABLE), WORD)) {
      const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, start);
      for (const work of decodePostings(buffer)) yield row(TABLES.postings, work, [key, work]);
    }
  } finally {
    await file.close();
  }
}

async function* tableRows(path: string, widths: Widths): AsyncGenerator<number[]> {
  const pages = createReadStream(path, { highWaterMark: PAGE }) as AsyncIterable<Buffer>;
  for await (const page of pages) yield* rowsIn(page, widths);
}

function row(table: Table, by: number, cells: readonly (string | number)[]): Row {
  return { table, by, text: `${cells.map(cellText).join('\t')}\n` };
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\0': '\\0' };

function cellText(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : cell.replace(/[\\\t\n\0]/g, (sign) => ESCAPES[sign] ?? '');
}

/** By line feeds alone: others that Unicode knows stand in titles. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const piece of createReadStream(path, {
    highWaterMark: 1024 * 1024,
  }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...rest, piece.subarray(from, end)]).toString();
      rest = [];
      from = end + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString();
}

function damaged(path: string, line: string): Error {
  return new Error(`${path} holds a line that pack does not write: ${line.slice(0, 80)}`);
}
