import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { keyIn, NEIGHBOURHOODS_FILE, WORDS_FILE } from '../../corpus';
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
  yield* databaseRows(database);
}

const OWN = /^\{"work":(\d+),/;
const STRETCH = /^\{"id":"(?:[^"\\]|\\.)*","direction":"(references|citing)","from":(\d+),/;
const WORD = /^\{"word":("[^"\\]*"),"works":(\d+),/;

/** Lines are taken by their beginnings, which `pack` writes: to read them whole would take most of the time. */
async function* neighbourhoodRows(path: string): AsyncGenerator<Row> {
  let work = 0;
  for await (const line of linesOf(path)) {
    const own = OWN.exec(line)?.[1];
    const [, direction, start] = STRETCH.exec(line) ?? [];
    if (own !== undefined) work = Number(own);
    else if (direction === undefined || work === 0) throw damaged(path, line);
    const part = own !== undefined ? 0 : direction === 'references' ? 1 : 2;
    yield row(TABLES.lines, work, [work, part, Number(start ?? 0), line]);
  }
}

async function* wordRows(path: string): AsyncGenerator<Row> {
  for await (const line of linesOf(path)) {
    const [, word, works] = WORD.exec(line) ?? [];
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
  for (const table of [TABLES.names, TABLES.cites, TABLES.cited_by, TABLES.postings]) {
    const [first = '', second = ''] = table.order.split(', ');
    const by = table.by === first ? 0 : 1;
    const cursor = await database.read(`SELECT ${first}, ${second} FROM packed.${table.name}`);
    while (await cursor.load()) {
      do {
        const cells = [cursor.int(0), cursor.int(1)];
        yield row(table, cells[by] ?? 0, cells);
      } while (cursor.next());
    }
    cursor.close();
  }
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
