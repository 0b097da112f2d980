import { Failure, isCancelled } from '../model';
import { Claim } from './claim';
import { addRow, deleteRow, openDatabase, setState, shelfIn, type Database, type LoadRow } from './database';
import { pack, sizeOf, unpack, type Contents, type Keepable, type KeptSource } from './pack';
import { openPrivateFiles } from './private-files';
import type { Shelf } from './shelf';

/** What was opened at once, on its way into the tables. */
export interface Load {
  /** No other load has it, before or after. */
  readonly id: number;
  names(): Promise<readonly string[]>;
  /** Null where its bytes are not all there any more. */
  sources(): Promise<KeptSource[] | null>;
  /** It is in the tables: from now on it comes back by itself. */
  settle(): Promise<void>;
  remove(): Promise<void>;
}

export interface Interrupted {
  /** Their bytes are there. */
  readonly whole: readonly Load[];
  /** Names of what was not written yet. */
  readonly lost: readonly string[];
}

/** What is kept for one address. */
export class Workspace {
  readonly #database: Database;
  readonly #files: Shelf | null;
  readonly #claim: Claim;
  readonly #address: string;
  /** Loads that this tab is writing or reading: not those of a tab that died. */
  readonly #own = new Set<number>();

  static async open(address: string): Promise<Workspace> {
    const [database, files] = await Promise.all([openDatabase(), openPrivateFiles()]);
    return new Workspace(address, database, files);
  }

  private constructor(address: string, database: Database, files: Shelf | null) {
    this.#address = address;
    this.#database = database;
    this.#files = files;
    this.#claim = new Claim(`corollary workspace ${address}`);
  }

  /** Whether this tab may write. */
  isHeld(): Promise<boolean> {
    return this.#claim.isHeld();
  }

  /** Resolves when this tab may write: at once, or when the tab that may is closed. */
  get held(): Promise<void> {
    return this.#claim.held;
  }

  /** The loads that come back by themselves, oldest first. */
  async kept(): Promise<Load[]> {
    return (await this.#rows('kept')).map((row) => this.#load(row));
  }

  /** Sweeps what a tab left half done that died, and tells what it was reading. */
  async interrupted(): Promise<Interrupted> {
    await this.#demandHeld();
    const begun = await this.#rows('begun');
    const lost = await Promise.all(begun.map((row) => this.#contents(row)));
    for (const row of [...begun, ...(await this.#rows('leaving'))]) await this.#remove(row);
    const whole = (await this.#rows('arriving')).map((row) => this.#load(row));
    return { whole, lost: lost.flatMap(({ names }) => names) };
  }

  /** Bytes first, then the word that they are there. */
  async keep(sources: readonly Keepable[], signal: AbortSignal): Promise<Load> {
    await this.#demandHeld();
    await this.#database.delete('pictures', this.#address);
    const { contents, blobs } = pack(sources);
    const shelf = this.#files ? 'files' : 'database';
    const planned = { address: this.#address, state: 'begun', shelf } as const;
    const id = await addRow(this.#database, planned, contents).catch(explain);
    const row: LoadRow = { ...planned, id };
    this.#own.add(id);
    try {
      signal.throwIfAborted();
      if (blobs.length > 0) await this.#shelf(row).write(id, blobs, signal);
      await setState(this.#database, id, 'arriving');
    } catch (failure) {
      // What cannot be removed now is swept at the next start.
      await this.#remove(row).catch(() => undefined);
      return explain(failure);
    }
    return this.#load(row);
  }

  /** What was stored last as a picture, if it was under this key; nothing vouches for what it is. */
  async picture(key: string): Promise<unknown> {
    const kept = await this.#database.get('pictures', this.#address);
    return kept?.key === key ? kept.picture : null;
  }

  /** In place of the one before; null takes that away. It goes when a load is kept or all is forgotten. */
  async keepPicture(key: string, picture: object | null): Promise<void> {
    await this.#demandHeld();
    if (picture) await this.#database.put('pictures', { key, picture }, this.#address);
    else await this.#database.delete('pictures', this.#address);
  }

  /** All that is kept for this address. */
  async forget(): Promise<void> {
    await this.#demandHeld();
    await this.#database.delete('pictures', this.#address);
    const rows = await this.#database.getAllFromIndex('loads', 'address', this.#address);
    for (const { id } of rows) await setState(this.#database, id, 'leaving');
    for (const row of rows) await this.#remove(row);
  }

  #load(row: LoadRow): Load {
    return {
      id: row.id,
      names: async () => (await this.#contents(row)).names,
      sources: () => this.#sources(row),
      settle: () => setState(this.#database, row.id, 'kept').catch(explain),
      remove: () => this.#remove(row),
    };
  }

  async #sources(row: LoadRow): Promise<KeptSource[] | null> {
    const contents = await this.#contents(row);
    if (sizeOf(contents) === 0) return unpack(contents, new Blob());
    const bytes = await this.#shelf(row).read(row.id);
    return bytes && unpack(contents, bytes);
  }

  async #contents({ id }: LoadRow): Promise<Contents> {
    return (await this.#database.get('contents', id)) ?? { names: [], ends: [] };
  }

  async #remove(row: LoadRow): Promise<void> {
    await setState(this.#database, row.id, 'leaving');
    await this.#shelf(row).remove(row.id);
    await deleteRow(this.#database, row.id);
    this.#own.delete(row.id);
  }

  /** Of loads that came before this tab, unless they are kept. */
  async #rows(state: LoadRow['state']): Promise<LoadRow[]> {
    const rows = await this.#database.getAllFromIndex('loads', 'address', this.#address);
    return rows.filter((row) => row.state === state && (state === 'kept' || !this.#own.has(row.id)));
  }

  #shelf(row: LoadRow): Shelf {
    if (row.shelf === 'database') return shelfIn(this.#database);
    if (this.#files) return this.#files;
    throw new Failure('unreadable', 'The files that this page kept cannot be reached any more.');
  }

  async #demandHeld(): Promise<void> {
    if (await this.isHeld()) return;
    throw new Failure('read-only', 'Another tab with this address keeps the documents.');
  }
}

const NO_ROOM =
  'There is no room left for them: free some space on this machine, or forget what is kept (in the load report).';

function explain(cause: unknown): never {
  if (cause instanceof Failure) throw cause;
  if (isCancelled(cause)) throw new Failure('cancelled', 'Keeping was cancelled.', { cause });
  if (cause instanceof DOMException && cause.name === 'QuotaExceededError')
    throw new Failure('storage-full', NO_ROOM, { cause });
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new Failure('unreadable', why, { cause });
}
