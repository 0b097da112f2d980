import { Failure } from '../model';
import { ClickHouse, type Row } from './clickhouse';
import type { Corpus, Found, Most, Neighbourhood, Ranked, Usage, Within } from './corpus';
import type { Files } from './corpus-files';
import { integer, integers } from './integers';
import { COCITED, COUPLED, MOST_THROUGH, type Join } from './joined';
import { keyOf } from './keys';
import type { PlacedDocument } from './lines';
import type { EnginePlace, Manifest } from './manifest';
import { originalIn } from './original';
import { searchTitles } from './search-titles';
import { shortestPath } from './shortest-path';
import { neighbourhoodIn, parsed } from './told-lines';

const NO_NEIGHBOURS: Most = { references: 0, citing: 0 };

/** Works of one question: the lines of each may be some 60 kB. */
const AT_ONCE = 100;

/**
 * A corpus that `load-clickhouse` put into ClickHouse; its original documents stay in the files. Questions hold numbers
 * alone, and are in words that a server of 2018 and one of today both take.
 */
export class ClickHouseCorpus implements Corpus {
  readonly #files: Files;
  readonly #engine: ClickHouse;

  /** Fails with `network` where the database is on another origin than the files: a person was asked about theirs only. */
  constructor(files: Files, { url, database }: EnginePlace, onUsage: () => void) {
    this.#files = files;
    this.#engine = new ClickHouse(sameOrigin(url, files.url), database, onUsage);
  }

  get about(): Manifest {
    return this.#files.manifest;
  }

  get url(): string {
    return this.#files.url;
  }

  usage(): Usage {
    const [files, engine] = [this.#files.usage(), this.#engine.usage()];
    return {
      requests: files.requests + engine.requests,
      bytes: files.bytes + engine.bytes,
      kept: files.kept,
    };
  }

  close(): void {
    this.#engine.close();
  }

  async find(alias: string): Promise<number | null> {
    const rows = await this.#engine.ask(
      `SELECT work FROM names WHERE key = ${integer(await keyOf(alias))} ORDER BY work`,
    );
    const works = rows.map((row) => numberIn(row, 0));
    const read = await this.neighbourhoods(works, NO_NEIGHBOURS);
    return read.find(({ card }) => card.names.includes(alias))?.card.work ?? null;
  }

  async search(text: string, most: number): Promise<Found> {
    return searchTitles(text, most, {
      words: async (keys) => {
        const rows = await this.#engine.ask(
          `SELECT key FROM words WHERE key IN (${integers(keys)}) ORDER BY works, key`,
        );
        return rows.map((row) => ({ key: numberIn(row, 0) }));
      },
      line: async ({ key }) => {
        const [row] = await this.#engine.ask(`SELECT line FROM words WHERE key = ${integer(key)}`);
        return lineIn(row, 0);
      },
      having: (words, some) =>
        this.#having(
          words.map(({ key }) => key),
          some,
        ),
      cards: async (works) => (await this.neighbourhoods(works, NO_NEIGHBOURS)).map(({ card }) => card),
    });
  }

  async #having(keys: readonly number[], most: number) {
    const having = `SELECT work FROM postings WHERE key IN (${integers(keys)}) GROUP BY work HAVING count() = ${keys.length}`;
    const [works, [total]] = await Promise.all([
      this.#engine.ask(`${having} ORDER BY work LIMIT ${integer(most)}`),
      this.#engine.ask(`SELECT count() FROM (${having})`),
    ]);
    return { works: works.map((row) => numberIn(row, 0)), total: numberIn(total, 0) };
  }

  async neighbourhoods(works: readonly number[], most: Most): Promise<readonly Neighbourhood[]> {
    const read: Neighbourhood[] = [];
    for (let at = 0; at < works.length; at += AT_ONCE)
      read.push(...(await this.#neighbourhoods(works.slice(at, at + AT_ONCE), most)));
    return read;
  }

  async #neighbourhoods(works: readonly number[], most: Most): Promise<Neighbourhood[]> {
    // The first stretches come with a work itself, whatever is asked.
    const parts =
      most.references + most.citing === 0
        ? 'part = 0'
        : `(part = 0 OR part = 1 AND start < ${integer(Math.max(1, most.references))} OR part = 2 AND start < ${integer(Math.max(1, most.citing))})`;
    const rows = await this.#engine.ask(
      `SELECT work, line FROM lines WHERE work IN (${integers(works)}) AND ${parts} ORDER BY work, part, start`,
    );
    const lines = new Map<number, unknown[]>(works.map((work) => [work, []]));
    for (const row of rows) lines.get(numberIn(row, 0))?.push(lineIn(row, 1));
    return works.map((work) => {
      const own = lines.get(work) ?? [];
      if (own.length === 0) throw new Failure('not-found', 'This work is not in the corpus.');
      return neighbourhoodIn(work, own);
    });
  }

  async coupled(work: number, most: number): Promise<Ranked> {
    return this.#joined(work, most, COUPLED);
  }

  async cocited(work: number, most: number): Promise<Ranked> {
    return this.#joined(work, most, COCITED);
  }

  async #joined(work: number, most: number, { near, of, through, back, order }: Join): Promise<Ranked> {
    const own = `FROM ${near} WHERE ${of} = ${integer(work)}`;
    const [some, [all]] = await Promise.all([
      this.#engine.ask(`SELECT ${through} ${own} ORDER BY ${through} ${order} LIMIT ${MOST_THROUGH}`),
      this.#engine.ask(`SELECT count() ${own}`),
    ]);
    if (some.length === 0) return { works: [], through: 0, of: 0 };
    const rows = await this.#engine.ask(
      `SELECT ${of}, count() AS shared FROM ${back}
        WHERE ${through} IN (${integers(some.map((row) => numberIn(row, 0)))}) AND ${of} <> ${integer(work)}
        GROUP BY ${of} ORDER BY shared DESC, ${of} LIMIT ${integer(most)}`,
    );
    return {
      works: rows.map((row) => ({ work: numberIn(row, 0), shared: numberIn(row, 1) })),
      through: some.length,
      of: numberIn(all, 0),
    };
  }

  async path(from: number, to: number, within: Within): Promise<readonly number[] | null> {
    return shortestPath(from, to, within, async (works) => {
      const rows = await this.#engine.ask(
        `SELECT a, b FROM (
           SELECT citing AS a, cited AS b FROM cites WHERE citing IN (${integers(works)})
           UNION ALL SELECT cited AS a, citing AS b FROM cited_by WHERE cited IN (${integers(works)})
         ) ORDER BY a, b`,
      );
      return rows.map((row) => [numberIn(row, 0), numberIn(row, 1)] as const);
    });
  }

  async original(document: PlacedDocument): Promise<Uint8Array<ArrayBuffer>> {
    return originalIn(this.#files, document);
  }
}

function sameOrigin(url: string, files: string): URL {
  const address = URL.canParse(url, files) ? new URL(url, files) : null;
  if (address?.origin !== new URL(files).origin)
    throw new Failure(
      'network',
      'The manifest of this corpus names a database on another host. It is not asked: a corpus and its database are to be under one address, see the README.',
    );
  return address;
}

/** Numbers of 64 bits come as text. */
function numberIn(row: Row | undefined, column: number): number {
  const cell = row?.[column];
  const number = typeof cell === 'string' && /^\d{1,16}$/.test(cell) ? Number(cell) : cell;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw unexpected();
  return number;
}

function lineIn(row: Row | undefined, column: number): unknown {
  const cell = row?.[column];
  if (typeof cell !== 'string') throw unexpected();
  return parsed(cell);
}

function unexpected(): Failure {
  return new Failure('unreadable', 'The database of this corpus answered something else than was asked.');
}
