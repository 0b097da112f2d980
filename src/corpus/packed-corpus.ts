import { Failure } from '../model';
import { openRemote, type Remote } from '../tables';
import type { Corpus, Found, Most, Neighbourhood, Ranked, Usage, Within } from './corpus';
import type { CorpusFiles, Files } from './corpus-files';
import { integer, integers } from './integers';
import { COCITED, COUPLED, MOST_THROUGH, type Join } from './joined';
import { PAGE, rowAt, rowLength, rowsOfKey, type Widths } from './key-table';
import { keyOf } from './keys';
import {
  DATABASE_FILE,
  NAME,
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  PLACE,
  PLACES_TABLE,
  POSTINGS_FILE,
  stretchStarts,
  WORD,
  WORDS_FILE,
  WORDS_TABLE,
} from './layout';
import type { CardLine, PlacedDocument } from './lines';
import { isCard } from './lines-read';
import { fileIn, type Manifest } from './manifest';
import { originalIn } from './original';
import { decodePostings, inAll, type Postings } from './postings';
import { searchTitles } from './search-titles';
import { shortestPath } from './shortest-path';
import { damaged, neighbourhoodIn, parsed } from './told-lines';

const NO_NEIGHBOURS: Most = { references: 0, citing: 0 };

/** Requests that wait at the same time. */
const AT_ONCE = 8;

/** Bytes of the works of all words of a question: some millions of works. */
const MOST_POSTINGS = 1_000_000;

interface Place {
  readonly start: number;
  /** Bytes of the work's own line, and of that with the first stretches. */
  readonly card: number;
  readonly head: number;
}

interface Word {
  readonly key: number;
  readonly works: number;
  readonly line: readonly [start: number, bytes: number];
  readonly postings: readonly [start: number, bytes: number];
}

/** A corpus as `pack` lays it out, on any host of files that answers with ranges. */
export class PackedCorpus implements Corpus {
  readonly #files: Files;
  readonly #openDatabase: () => Promise<Remote>;
  #opening: Promise<Remote> | null = null;
  #remote: Remote | null = null;
  #isClosed = false;

  constructor(files: Files, openDatabase: () => Promise<Remote>) {
    this.#files = files;
    this.#openDatabase = openDatabase;
  }

  /** A first page is read, so that a host that gives no ranges is known at once. */
  static async open(files: CorpusFiles, onUsage: () => void): Promise<PackedCorpus> {
    await files.read(NAMES_TABLE, 0, PAGE);
    return new PackedCorpus(files, () => openRemote(files.file(DATABASE_FILE), onUsage));
  }

  get about(): Manifest {
    return this.#files.manifest;
  }

  get url(): string {
    return this.#files.url;
  }

  usage(): Usage {
    const files = this.#files.usage();
    const remote = this.#remote?.usage() ?? { requests: 0, bytes: 0, kept: 0 };
    return {
      requests: files.requests + remote.requests,
      bytes: files.bytes + remote.bytes,
      kept: files.kept + remote.kept,
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#remote?.close();
  }

  /** The database is opened with the first question that it alone answers. */
  async #query(sql: string): Promise<Awaited<ReturnType<Remote['query']>>> {
    const remote = await (this.#opening ??= this.#open());
    return remote.query(sql);
  }

  async #open(): Promise<Remote> {
    try {
      const remote = await this.#openDatabase();
      this.#remote = remote;
      if (this.#isClosed) remote.close();
      return remote;
    } catch (failure) {
      this.#opening = null;
      throw failure;
    }
  }

  async find(alias: string): Promise<number | null> {
    const rows = await this.#rowsOf(NAMES_TABLE, NAME, await keyOf(alias));
    const works = rows.map(([, work = 0]) => work);
    const read = await this.neighbourhoods(works, NO_NEIGHBOURS);
    return read.find(({ card }) => card.names.includes(alias))?.card.work ?? null;
  }

  async search(text: string, most: number): Promise<Found> {
    return searchTitles<Word>(text, most, {
      words: (keys) => this.#words(keys),
      line: async ({ line }) => linesIn(await this.#files.read(WORDS_FILE, ...line))[0],
      having: (words, some) => this.#having(words, some),
      cards: async (works) => (await this.neighbourhoods(works, NO_NEIGHBOURS)).map(({ card }) => card),
    });
  }

  async #words(keys: readonly number[]): Promise<Word[]> {
    const rows = await Promise.all(keys.map((key) => this.#rowsOf(WORDS_TABLE, WORD, key)));
    const words = rows
      .flat()
      .map(([key = 0, works = 0, start = 0, bytes = 0, first = 0, length = 0]): Word => ({
        ...{ key, works, line: [start, bytes], postings: [first, length] },
      }));
    return words.sort((a, b) => a.works - b.works || a.key - b.key);
  }

  async #having(words: readonly Word[], most: number) {
    const share = Math.floor(MOST_POSTINGS / words.length);
    const lists = await Promise.all(
      words.map(async ({ postings: [start, bytes] }): Promise<Postings> => {
        const read = await this.#files.read(POSTINGS_FILE, start, Math.min(bytes, share));
        return { works: decodePostings(read), isWhole: bytes <= share };
      }),
    );
    const { works, total } = inAll(lists);
    return { works: works.slice(0, most), total };
  }

  async #rowsOf(name: string, widths: Widths, key: number): Promise<number[][]> {
    const { bytes } = fileIn(this.about, name);
    return rowsOfKey(key, widths, { name, bytes }, (start, length) => this.#files.read(name, start, length));
  }

  async neighbourhoods(works: readonly number[], most: Most): Promise<readonly Neighbourhood[]> {
    const pages = [...new Set(works.map((work) => Math.floor((integer(work) - 1) / PLACES_A_PAGE)))];
    const read = await eachOf(pages, (page) => this.#placesOn(page));
    const places = new Map(read.flat());
    return eachOf(works, (work) => this.#neighbourhood(work, places.get(work), most));
  }

  async #neighbourhood(work: number, place: Place | undefined, most: Most): Promise<Neighbourhood> {
    if (!place) throw new Failure('not-found', 'This work is not in the corpus.');
    const { start } = place;
    const head = most.references + most.citing === 0 ? place.card : place.head;
    const [card, ...stretches] = linesIn(await this.#files.read(NEIGHBOURHOODS_FILE, start, head));
    if (!isCard(card)) throw damaged(NEIGHBOURHOODS_FILE);
    const more = moreOf(card, start + head, most);
    const ranges = await Promise.all(
      more.map(({ from, bytes }) => this.#files.read(NEIGHBOURHOODS_FILE, from, bytes)),
    );
    return neighbourhoodIn(work, [card, ...stretches, ...ranges.flatMap(linesIn)]);
  }

  async #placesOn(page: number): Promise<(readonly [work: number, Place])[]> {
    const [start, { bytes }] = [page * PAGE, fileIn(this.about, PLACES_TABLE)];
    if (!(start >= 0 && start < bytes)) return [];
    const read = await this.#files.read(PLACES_TABLE, start, Math.min(PAGE, bytes - start));
    const view = new DataView(read.buffer, read.byteOffset, read.byteLength);
    const rows = Array.from({ length: Math.floor(read.length / rowLength(PLACE)) }, (_, nth) =>
      rowAt(view, nth * rowLength(PLACE), PLACE),
    );
    return rows.map(([from = 0, card = 0, head = 0], nth) => [
      page * PLACES_A_PAGE + nth + 1,
      { start: from, card, head },
    ]);
  }

  async coupled(work: number, most: number): Promise<Ranked> {
    return this.#joined(work, most, COUPLED);
  }

  async cocited(work: number, most: number): Promise<Ranked> {
    return this.#joined(work, most, COCITED);
  }

  async #joined(work: number, most: number, { near, of, through, back, order }: Join): Promise<Ranked> {
    const own = await this.#query(
      `SELECT ${through} AS near FROM corpus.${near} WHERE ${of} = ${integer(work)} ORDER BY 1 ${order}`,
    );
    const all = own.numbers('near');
    const some = all.slice(0, MOST_THROUGH);
    if (some.length === 0) return { works: [], through: 0, of: 0 };
    const rows = await this.#query(
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

  async path(from: number, to: number, within: Within): Promise<readonly number[] | null> {
    return shortestPath(from, to, within, async (works) => {
      const rows = await this.#query(
        `SELECT citing AS a, cited AS b FROM corpus.cites WHERE citing IN (${integers(works)})
          UNION ALL SELECT cited, citing FROM corpus.cited_by WHERE cited IN (${integers(works)}) ORDER BY 1, 2`,
      );
      const ends = rows.numbers('b');
      return rows.numbers('a').map((start, at) => [start, ends[at] ?? 0] as const);
    });
  }

  async original(document: PlacedDocument): Promise<Uint8Array<ArrayBuffer>> {
    return originalIn(this.#files, document);
  }
}

const PLACES_A_PAGE = PAGE / rowLength(PLACE);

/** What is read of each, a few at the same time. */
async function eachOf<T, Read>(all: readonly T[], read: (one: T) => Promise<Read>): Promise<Read[]> {
  const done: Read[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(read))));
  return done;
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

function linesIn(bytes: Uint8Array): unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map(parsed);
}
