import { Failure } from '../model';
import { openRemote, type Remote } from '../tables';
import type { Corpus, Found, Most, Neighbourhood, Ranked, Usage } from './corpus';
import type { CorpusFiles, Files } from './corpus-files';
import { integer, integers } from './integers';
import { COCITED, COUPLED, MOST_THROUGH, type Join } from './joined';
import { keyOf, nameKeyOf } from './keys';
import { DATABASE_FILE, NEIGHBOURHOODS_FILE, stretchStarts, WORDS_FILE } from './layout';
import type { CardLine, PlacedDocument } from './lines';
import { isCard } from './lines-read';
import type { Manifest } from './manifest';
import { originalIn } from './original';
import { searchTitles } from './search-titles';
import { shortestPath } from './shortest-path';
import { damaged, neighbourhoodIn, parsed } from './told-lines';

const NO_NEIGHBOURS: Most = { references: 0, citing: 0 };

/** Requests that wait at the same time. */
const AT_ONCE = 8;

interface Place {
  readonly start: number;
  /** Bytes of the work's own line, and of that with the first stretches. */
  readonly card: number;
  readonly head: number;
}

interface Word {
  readonly key: number;
  readonly start: number;
  readonly bytes: number;
}

/** A corpus as `pack` lays it out, on any host of files that answers with ranges. */
export class PackedCorpus implements Corpus {
  readonly #files: Files;
  readonly #remote: Remote;

  constructor(files: Files, database: Remote) {
    this.#files = files;
    this.#remote = database;
  }

  static async open(files: CorpusFiles, onUsage: () => void): Promise<PackedCorpus> {
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
    const read = await this.neighbourhoods(rows.numbers('work'), NO_NEIGHBOURS);
    return read.find(({ card }) => card.names.includes(alias))?.card.work ?? null;
  }

  async search(text: string, most: number): Promise<Found> {
    return searchTitles<Word>(text, most, {
      words: (keys) => this.#words(keys),
      line: async ({ start, bytes }) => linesIn(await this.#files.read(WORDS_FILE, start, bytes))[0],
      having: (keys, some) => this.#having(keys, some),
      cards: async (works) => (await this.neighbourhoods(works, NO_NEIGHBOURS)).map(({ card }) => card),
    });
  }

  async #words(keys: readonly number[]): Promise<Word[]> {
    const rows = await this.#remote.query(
      `SELECT key, start, bytes FROM corpus.words WHERE key IN (${integers(keys)}) ORDER BY works, key`,
    );
    const [starts, bytes] = [rows.numbers('start'), rows.numbers('bytes')];
    return rows.numbers('key').map((key, at) => ({ key, start: starts[at] ?? 0, bytes: bytes[at] ?? 0 }));
  }

  async #having(keys: readonly number[], most: number) {
    const rows = await this.#remote.query(
      `SELECT work, count(*) OVER () AS total FROM corpus.postings WHERE key IN (${integers(keys)})
        GROUP BY work HAVING count(*) = ${keys.length} ORDER BY work LIMIT ${integer(most)}`,
    );
    return { works: rows.numbers('work'), total: rows.numbers('total')[0] ?? 0 };
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
    if (!isCard(card)) throw damaged(NEIGHBOURHOODS_FILE);
    const more = moreOf(card, start + head, most);
    const ranges = await Promise.all(
      more.map(({ from, bytes }) => this.#files.read(NEIGHBOURHOODS_FILE, from, bytes)),
    );
    return neighbourhoodIn(work, [card, ...stretches, ...ranges.flatMap(linesIn)]);
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
    return this.#joined(work, most, COUPLED);
  }

  async cocited(work: number, most: number): Promise<Ranked> {
    return this.#joined(work, most, COCITED);
  }

  async #joined(work: number, most: number, { near, of, through, back, order }: Join): Promise<Ranked> {
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

  async original(document: PlacedDocument): Promise<Uint8Array<ArrayBuffer>> {
    return originalIn(this.#files, document);
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

function linesIn(bytes: Uint8Array): unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map(parsed);
}
