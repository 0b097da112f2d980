import type { TrustedKey } from '../checks';
import type { FoundPart, WantedPart } from '../documents';
import {
  Intake,
  type Delivery,
  type Kinds,
  type Merging,
  type MergeQuestion,
  type Original,
  type Progress,
  type Source,
  type Wanted,
  type WorkList,
} from '../intake';
import { Failure, NO_DOCUMENTS, type LinkedDocuments, type LoadReport } from '../model';
import {
  readDocuments,
  readHoldings,
  readLinkedDocuments,
  type Holdings,
  type LoadedDocument,
} from '../queries';
import type { Connection, Tables } from '../tables';
import { partsOf, together, type Brought } from './parts';

export interface LoadWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Reading is over and cannot be cancelled any more; rows are going into the tables. */
  readonly onLoading: () => void;
  /** What the parts before have brought, of what goes in in several. */
  readonly before?: Brought | null;
  /** Whether another part is to come. */
  readonly isMoreToCome?: boolean;
}

/** What is loaded: the database, the intake worker, and what the documents brought. */
export class Library {
  #holdings = $state.raw<Holdings | null>(null);
  #report = $state.raw<LoadReport | null>(null);
  #missing = $state.raw<LinkedDocuments>(NO_DOCUMENTS);
  #linked: LinkedDocuments = NO_DOCUMENTS;
  #tables: Promise<Tables> | null = null;
  #intake: Intake | null = null;
  #keys: readonly TrustedKey[] = [];
  #kinds: Kinds = {};
  #last: Promise<unknown> = Promise.resolve();
  /** All that was opened, in its order: to read a document again as it came. */
  readonly #sources: Source[] = [];
  readonly #addresses = new Set<string>();
  #hasFiles = false;
  /** How often a worker stopped by itself; both are started anew then. */
  #stops = 0;
  /** What was opened is in the tables again after such a stop, but for what it names; or it could not be done. */
  #mended: Promise<readonly string[]> = Promise.resolve([]);
  #isMending = false;
  readonly #onStopped: (mended: Promise<readonly string[]>) => void;
  readonly #onLoad: () => void;
  /** Counts loads, so that a picture can tell whether it is of what is loaded now. */
  revision = 0;

  /**
   * Told that a worker stopped, and when all is loaded as before, but for the documents that are named; and that a load
   * begins, which needs room.
   */
  constructor(onStopped: (mended: Promise<readonly string[]>) => void, onLoad: () => void = () => undefined) {
    this.#onStopped = onStopped;
    this.#onLoad = onLoad;
  }

  get holdings(): Holdings | null {
    return this.#holdings;
  }

  get report(): LoadReport | null {
    return this.#report;
  }

  /** Documents that a link was made on and that are not loaded. */
  get missing(): LinkedDocuments {
    return this.#missing;
  }

  /** The keys under which verdicts were made. */
  get keys(): readonly TrustedKey[] {
    return this.#keys;
  }

  /** What a person said that documents are. */
  get kinds(): Kinds {
    return this.#kinds;
  }

  expect({ named, more }: LinkedDocuments): void {
    const missing = named.filter((mark) => !this.#holdings?.documents.has(mark));
    // Those that are not named come and go with those that are.
    this.#missing = missing.length > 0 ? { named: missing, more } : NO_DOCUMENTS;
  }

  /** Loads that were asked for at the same time go one after the other. */
  load(sources: readonly Source[], watch: LoadWatch) {
    const mine = this.#last.then(() => this.#load(sources, watch));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Documents that the address of the page brings again by itself, in a way of its own. */
  async supply(sources: readonly Source[], signal: AbortSignal): Promise<void> {
    for (const source of sources) if (source.kind !== 'url') this.#addresses.add(source.name);
    await this.load(sources, { signal, onProgress: () => undefined, onLoading: () => undefined });
  }

  /** When no load is under way or waiting. */
  async settled(): Promise<void> {
    await this.#last;
    await this.#settledAgain();
  }

  async #load(sources: readonly Source[], watch: LoadWatch): Promise<Delivery> {
    const delivery = await this.#fillOrAgain(sources, watch);
    this.#report = watch.before ? together(watch.before, delivery).report : delivery.report;
    for (const source of sources) {
      this.#sources.push(source);
      if (source.kind === 'url') this.#addresses.add(source.url);
      else this.#hasFiles = true;
    }
    this.expect(this.#missing);
    const connection = (await this.#start()).connection;
    if (this.#hasFiles) this.#linked = await readLinkedDocuments(connection, [...this.#addresses]);
    return delivery;
  }

  /** Where a worker stopped meanwhile, that may have been for another reason than these sources: once more. */
  async #fillOrAgain(sources: readonly Source[], watch: LoadWatch): Promise<Delivery> {
    await this.#settledAgain();
    const stops = this.#stops;
    try {
      return await this.#fill(sources, watch);
    } catch (failure) {
      if (this.#stops === stops || watch.signal.aborted) throw failure;
      await this.#settledAgain();
      return this.#fill(sources, watch);
    }
  }

  async #fill(
    sources: readonly Source[],
    { signal, onProgress, onLoading, isMoreToCome = false }: LoadWatch,
  ): Promise<Delivery> {
    this.#onLoad();
    const tables = this.#start();
    const loader = tables.then((opened) => opened.loader);
    loader.catch(() => undefined);
    const intake = this.#desk();
    const { loadTables } = await import('../tables');
    const watch = { signal, onProgress, onRead: onLoading, isMoreToCome };
    const delivery = await loadTables(loader, (onBatch) => intake.open(sources, { ...watch, onBatch }));
    const holdings = await readHoldings((await tables).connection);
    if (this.#tables !== tables) throw new Failure('database', 'The database stopped.');
    this.revision += 1;
    this.#holdings = holdings;
    return delivery;
  }

  /** A worker stopped by itself. What the other knows is of no use alone: both are started anew and filled again. */
  #stop(): void {
    this.#stops += 1;
    this.#intake?.close();
    this.#intake = null;
    this.#tables?.then((tables) => tables.close()).catch(() => undefined);
    this.#tables = null;
    // What stops while it is filled again would stop for ever.
    if (this.#sources.length === 0 || this.#isMending) return;
    this.#mended = this.#mend();
    this.#onStopped(this.#mended);
  }

  async #mend(): Promise<string[]> {
    const watch = {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onLoading: () => undefined,
    };
    const before = this.#holdings?.documents;
    this.#isMending = true;
    try {
      for (const { from, to } of partsOf(this.#sources.length)) {
        const isMoreToCome = to < this.#sources.length;
        await this.#fill(this.#sources.slice(from, to), { ...watch, isMoreToCome });
      }
      return before?.namesBeyond(this.#holdings?.documents ?? null) ?? [];
    } finally {
      this.#isMending = false;
    }
  }

  async #settledAgain(): Promise<void> {
    await this.#mended.catch(() => undefined);
  }

  #desk(): Intake {
    if (this.#intake) return this.#intake;
    this.#intake = new Intake(() => this.#stop());
    if (this.#keys.length > 0) this.#intake.trust(this.#keys);
    this.#intake.say(this.#kinds);
    return this.#intake;
  }

  /** One document again from its source, checked anew; null where it is not there any more. */
  async original(wanted: Wanted): Promise<Original | null> {
    return this.#desk().original(this.#sourcesOf([wanted]), wanted);
  }

  /** Documents as they came from their sources, or the lines of them that are needed. */
  async parts(wanted: readonly WantedPart[], signal: AbortSignal): Promise<readonly FoundPart[]> {
    return this.#desk().parts(this.#sourcesOf(wanted), wanted, signal);
  }

  /** The lists of works in formats of others among what is to be opened, to be looked at before. */
  async lists(sources: readonly Source[], signal: AbortSignal): Promise<readonly WorkList[]> {
    return this.#desk().lists(sources, signal);
  }

  /** What the documents of one record come to. */
  async merge(question: MergeQuestion): Promise<Merging> {
    return this.#desk().merge(this.#sourcesOf(question.documents), question);
  }

  /** What documents are from now on, by their names, as a person says. */
  say(kinds: Kinds): void {
    this.#kinds = kinds;
    this.#intake?.say(kinds);
  }

  /** Sources that were opened, each once, in which documents of these names stand. */
  sourcesOf(names: readonly string[]): Source[] {
    const found = this.#sourcesOf(names.map((name) => ({ name })));
    return [
      ...new Map(found.map((source) => [source.kind === 'url' ? source.url : source.name, source])).values(),
    ];
  }

  #sourcesOf(documents: readonly { readonly name: string }[]): Source[] {
    return this.#sources.filter((source) => {
      const start = source.kind === 'url' ? source.url : source.name;
      return documents.some(({ name }) => name.startsWith(start));
    });
  }

  /** Makes all verdicts again under these keys; where that fails or is cancelled, those before stand. */
  trust(keys: readonly TrustedKey[], watch: LoadWatch): Promise<void> {
    const mine = this.#last.then(() => this.#trust(keys, watch));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #trust(keys: readonly TrustedKey[], { signal, onProgress, onLoading }: LoadWatch): Promise<void> {
    await this.#settledAgain();
    const before = this.#keys;
    this.#desk().trust(keys);
    try {
      if (this.#sources.length > 0) {
        const rechecking = await this.#desk().checkAgain(this.#sources, { signal, onProgress });
        onLoading();
        const { replaceChecks } = await import('../tables');
        await replaceChecks((await this.#start()).loader, rechecking);
        this.revision += 1;
        this.#holdings = await readHoldings(await this.connection());
      }
      this.#keys = keys;
    } catch (failure) {
      this.#desk().trust(before);
      throw failure;
    }
  }

  async connection(): Promise<Connection> {
    await this.#settledAgain();
    return (await this.#start()).connection;
  }

  async tables(): Promise<Tables> {
    await this.#settledAgain();
    return this.#start();
  }

  async ask(sql: string, parameters: Parameters<Connection['query']>[1]) {
    await this.#settledAgain();
    return (await this.#start()).askOnly(sql, parameters);
  }

  /** The documents that a link has to name, because no address in it brings them. */
  get linked(): LinkedDocuments {
    return this.#linked;
  }

  /** A part of the list of documents. */
  async documents(from: number, most: number): Promise<LoadedDocument[]> {
    return readDocuments(await this.connection(), from, most);
  }

  /** Frees its workers; what is under way rejects, and it is not to be asked again. */
  close(): void {
    this.#sources.length = 0;
    this.#intake?.close();
    this.#intake = null;
    this.#tables?.then((tables) => tables.close()).catch(() => undefined);
    this.#tables = null;
  }

  #start(): Promise<Tables> {
    if (this.#tables) return this.#tables;
    const opening = import('../tables').then(({ openTables }) => openTables(() => this.#stop()));
    this.#tables = opening;
    // A database that could not start is tried again at the next question.
    opening.catch(() => {
      if (this.#tables === opening) this.#tables = null;
    });
    return opening;
  }
}
