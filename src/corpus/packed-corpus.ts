import { Failure } from '../model';
import { openRemote, type Remote } from '../tables';
import {
  neighbourOf,
  type CitedNeighbour,
  type Corpus,
  type Found,
  type Most,
  type Neighbour,
  type Neighbourhood,
  type Ranked,
  type Usage,
} from './corpus';
import { CorpusFiles } from './corpus-files';
import { keyOf, nameKeyOf } from './keys';
import { DATABASE_FILE, NEIGHBOURHOODS_FILE, stretchStarts, WORDS_FILE, WORKS_A_WORD } from './layout';
import type { CardLine, PlacedDocument, StretchLine, StretchRow, WordLine } from './lines';
import { isCard, isStretch, isWord } from './lines-read';
import type { Manifest } from './manifest';
import { titleWords } from './title-words';
import { shortestPath } from './shortest-path';

/** Works that others are looked for through: each costs about a block. */
const MOST_THROUGH = 60;
/** Of works that a page of words did not tell. */
const MOST_CARDS = 20;
/** Requests that wait at the same time. */
const AT_ONCE = 8;

interface Place {
  readonly start: number;
  /** Bytes of the work's own line, and of that with the first stretches. */
  readonly card: number;
  readonly head: number;
}

/** A corpus as `pack` lays it out, on any host of files that answers with ranges. */
export class PackedCorpus implements Corpus {
  readonly #files: CorpusFiles;
  readonly #remote: Remote;

  private constructor(files: CorpusFiles, remote: Remote) {
    this.#files = files;
    this.#remote = remote;
  }

  static async open(address: string, onUsage: () => void): Promise<PackedCorpus> {
    const files = await CorpusFiles.open(address, onUsage);
    return new PackedCorpus(files, await openRemote(files.file(DATABASE_FILE), onUsage));
  }

  get about(): Manifest {
    return this.#files.manifest;
  }

  get url(): string {
    return this.#files.url;
  }

  usage(): Usage {
    const [files, remote] = [this.#files.usage(), this.#remote.usage()];
    return {
      requests: files.requests + remote.requests,
      bytes: files.bytes + remote.bytes,
      kept: files.kept + remote.kept,
    };
  }

  close(): void {
    this.#remote.close();
  }

  async find(alias: string): Promise<number | null> {
    const rows = await this.#remote.query(
      `SELECT work FROM corpus.names WHERE key = ${nameKeyOf(await keyOf(alias))} ORDER BY work`,
    );
    const read = await this.neighbourhoods(rows.numbers('work'), { references: 0, citing: 0 });
    return read.find(({ card }) => card.names.includes(alias))?.card.work ?? null;
  }

  async search(text: string, most: number): Promise<Found> {
    const words = titleWords(text);
    if (words.length === 0) return { works: [], total: 0 };
    const keys = await Promise.all(words.map(keyOf));
    const rows = await this.#remote.query(
      `SELECT key, works, start, bytes FROM corpus.words WHERE key IN (${integers(keys)}) ORDER BY works, start`,
    );
    const found = new Set(rows.numbers('key'));
    if (keys.some((key) => !found.has(key))) return { works: [], total: 0 };
    const [start, bytes] = [rows.numbers('start')[0] ?? 0, rows.numbers('bytes')[0] ?? 0];
    const line = await this.#word(start, bytes, words);
    const known = line.rows.map(neighbourOf);
    const has = ({ title }: Neighbour) => {
      const own = new Set(titleWords(title ?? ''));
      return words.every((word) => own.has(word));
    };
    const hits = words.length === 1 ? known : known.filter(has);
    if (line.works <= WORKS_A_WORD) return { works: hits.slice(0, most), total: hits.length };
    if (words.length === 1) return { works: hits.slice(0, most), total: line.works };
    return this.#searchAll(keys, hits, most);
  }

  /** Where even the rarest word stands in more titles than its line tells. */
  async #searchAll(keys: readonly number[], known: readonly Neighbour[], most: number): Promise<Found> {
    const rows = await this.#remote.query(
      `SELECT work, count(*) OVER () AS total FROM corpus.postings WHERE key IN (${integers(keys)})
        GROUP BY work HAVING count(*) = ${keys.length} ORDER BY work LIMIT ${most}`,
    );
    const told = new Map(known.map((one) => [one.work, one]));
    const numbers = rows.numbers('work');
    const unknown = numbers.filter((work) => !told.has(work)).slice(0, MOST_CARDS);
    for (const { card } of await this.neighbourhoods(unknown, { references: 0, citing: 0 }))
      told.set(card.work, asNeighbour(card));
    return {
      works: numbers.flatMap((work) => told.get(work) ?? []),
      total: rows.numbers('total')[0] ?? 0,
    };
  }

  async #word(start: number, bytes: number, words: readonly string[]): Promise<WordLine> {
    const [line] = linesIn(await this.#files.read(WORDS_FILE, start, bytes));
    if (!isWord(line) || !words.includes(line.word)) throw damaged(WORDS_FILE);
    return line;
  }

  async neighbourhoods(works: readonly number[], most: Most): Promise<readonly Neighbourhood[]> {
    const places = await this.#placesOf(works);
    const read: Neighbourhood[] = [];
    for (let at = 0; at < works.length; at += AT_ONCE)
      read.push(
        ...(await Promise.all(
          works.slice(at, at + AT_ONCE).map((work) => this.#neighbourhood(work, places.get(work), most)),
        )),
      );
    return read;
  }

  async #neighbourhood(work: number, place: Place | undefined, most: Most): Promise<Neighbourhood> {
    if (!place) throw new Failure('not-found', 'This work is not in the corpus.');
    const { start } = place;
    const head = most.references + most.citing === 0 ? place.card : place.head;
    const [card, ...stretches] = linesIn(await this.#files.read(NEIGHBOURHOODS_FILE, start, head));
    if (!isCard(card) || card.work !== work) throw damaged(NEIGHBOURHOODS_FILE);
    const more = moreOf(card, start + head, most);
    const ranges = await Promise.all(
      more.map(({ from, bytes }) => this.#files.read(NEIGHBOURHOODS_FILE, from, bytes)),
    );
    for (const range of ranges) stretches.push(...linesIn(range));
    const told = { references: [] as CitedNeighbour[], citing: [] as CitedNeighbour[] };
    for (const line of stretches) {
      if (!isStretch(line) || line.id !== card.id) throw damaged(NEIGHBOURHOODS_FILE);
      told[line.direction].push(...line.rows.map((row) => citedNeighbour(row, line)));
    }
    return { card, ...told };
  }

  async #placesOf(works: readonly number[]): Promise<ReadonlyMap<number, Place>> {
    if (works.length === 0) return new Map();
    const rows = await this.#remote.query(
      `SELECT work, start, card, head FROM corpus.places WHERE work IN (${integers(works)})`,
    );
    const [starts, cards, heads] = [rows.numbers('start'), rows.numbers('card'), rows.numbers('head')];
    return new Map(
      rows
        .numbers('work')
        .map((work, at) => [work, { start: starts[at] ?? 0, card: cards[at] ?? 0, head: heads[at] ?? 0 }]),
    );
  }

  async coupled(work: number, most: number): Promise<Ranked> {
    // Numbers are in the order of citations: the greatest is cited least, and tells most.
    return this.#ranked(work, most, {
      near: 'cites',
      of: 'citing',
      through: 'cited',
      back: 'cited_by',
      order: 'DESC',
    });
  }

  async cocited(work: number, most: number): Promise<Ranked> {
    return this.#ranked(work, most, {
      near: 'cited_by',
      of: 'cited',
      through: 'citing',
      back: 'cites',
      order: 'ASC',
    });
  }

  async #ranked(
    work: number,
    most: number,
    {
      near,
      of,
      through,
      back,
      order,
    }: Readonly<Record<'near' | 'of' | 'through' | 'back' | 'order', string>>,
  ): Promise<Ranked> {
    const own = await this.#remote.query(
      `SELECT ${through} AS near FROM corpus.${near} WHERE ${of} = ${integer(work)} ORDER BY 1 ${order}`,
    );
    const all = own.numbers('near');
    const some = all.slice(0, MOST_THROUGH);
    if (some.length === 0) return { works: [], through: 0, of: 0 };
    const rows = await this.#remote.query(
      `SELECT ${of} AS work, count(*)::INTEGER AS shared FROM corpus.${back}
        WHERE ${through} IN (${integers(some)}) AND ${of} <> ${integer(work)}
        GROUP BY 1 ORDER BY shared DESC, work LIMIT ${integer(most)}`,
    );
    const shared = rows.numbers('shared');
    return {
      works: rows.numbers('work').map((other, at) => ({ work: other, shared: shared[at] ?? 0 })),
      through: some.length,
      of: all.length,
    };
  }

  async path(from: number, to: number, steps: number): Promise<readonly number[] | null> {
    return shortestPath(from, to, steps, async (works) => {
      const rows = await this.#remote.query(
        `SELECT citing AS a, cited AS b FROM corpus.cites WHERE citing IN (${integers(works)})
          UNION ALL SELECT cited, citing FROM corpus.cited_by WHERE cited IN (${integers(works)}) ORDER BY 1, 2`,
      );
      const ends = rows.numbers('b');
      return rows.numbers('a').map((start, at) => [start, ends[at] ?? 0] as const);
    });
  }

  async original({ file, start, bytes, sha256, name }: PlacedDocument): Promise<Uint8Array<ArrayBuffer>> {
    const read = await this.#files.read(file, start, bytes);
    const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', read)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    if (hash !== sha256)
      throw new Failure('unreadable', `${name} is not the document that was packed: its hash is another.`);
    return read;
  }
}

/** Further stretches that are needed: those of a direction lie one after the other. */
function moreOf(
  { stretches, references, citing }: CardLine,
  start: number,
  most: Most,
): { readonly from: number; readonly bytes: number }[] {
  const ranges: { from: number; bytes: number }[] = [];
  let at = start;
  for (const [direction, total] of [
    ['references', references],
    ['citing', citing],
  ] as const) {
    const [first, ...more] = stretches[direction];
    if (first === undefined) continue;
    const wanted = stretchStarts(Math.min(most[direction], total)).length;
    const bytes = more.slice(0, Math.max(0, wanted - 1)).reduce((sum, one) => sum + one, 0);
    if (bytes > 0) ranges.push({ from: at, bytes });
    at += more.reduce((sum, one) => sum + one, 0);
  }
  const [a, b] = ranges;
  // Side by side: one request.
  return a && b && a.from + a.bytes === b.from ? [{ from: a.from, bytes: a.bytes + b.bytes }] : ranges;
}

function asNeighbour({
  work,
  id,
  title,
  authors,
  date,
  category,
  stub,
  references,
  citing,
}: Neighbourhood['card']): Neighbour {
  return { work, id, title, authors, date, category, stub, references, citing };
}

function citedNeighbour(row: StretchRow, { documents }: StretchLine): CitedNeighbour {
  const [, , , , , , , , , , evidence, document, pointer, role = null, relationship = null] = row;
  const [work, id, title, authors, date, category, stub, trust, references, citing] = row;
  return {
    ...neighbourOf([work, id, title, authors, date, category, stub, trust, references, citing]),
    ...{ evidence, document: documents[document] ?? '', pointer, role, relationship },
  };
}

function linesIn(bytes: Uint8Array): unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map(parsed);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function damaged(name: string): Failure {
  return new Failure(
    'unreadable',
    `${name} of this corpus is damaged, or of another version than its database.`,
  );
}

/** Numbers reach SQL as they are; anything else would be words of others. */
function integer(value: number): number {
  if (!Number.isSafeInteger(value))
    throw new Failure('bad-argument', 'A work of a corpus is known by a whole number.');
  return value;
}

function integers(values: readonly number[]): string {
  return values.map(integer).join(', ');
}
