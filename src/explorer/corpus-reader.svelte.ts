import {
  asCollection,
  openCorpus,
  type Card,
  type CitedNeighbour,
  type Corpus,
  type Found,
  type Manifest,
  type Most,
  type Neighbour,
  type Neighbourhood,
  type PlacedDocument,
  type Ranked,
  type Told,
  type Usage,
} from '../corpus';
import { Failure, parseAlias, type Direction, type View } from '../model';
export { forgetCorpora, keptCorpora } from '../corpus';
import type { Source } from '../intake';
import { Timings, type QueryTime } from '../tables';
import { until, type ReadingWatch } from './reading.svelte';

/** Neighbours of a start that are read at first. */
const AT_FIRST: Most = { references: 400, citing: 200 };
/** Those that come with the work itself. */
const FIRST: Most = { references: 50, citing: 50 };
const NONE: Most = { references: 0, citing: 0 };
/** Works whose neighbours are read for one step more. */
const MOST_A_STEP = 200;
/** Original documents of a start, which are checked here. */
const MOST_ORIGINALS = 20;
const MOST_ORIGINAL_BYTES = 8 * 1024 * 1024;
/** Works that are asked for at once: between two such questions reading can end. */
const AT_ONCE = 50;
/** For what has no sign on the stage. */
function unwatched(signal: AbortSignal): ReadingWatch {
  return { signal, isWanted: () => true, want: () => undefined, got: () => undefined };
}

/** What a corpus says of itself, and what was read of it so far. */
export type CorpusReport = Manifest & Usage & { readonly url: string };

/** What is known of a work, and how many of its neighbours were read. */
export interface ReadWork {
  readonly card: Card;
  readonly references: number;
  readonly citing: number;
}

interface Known {
  readonly card: Card;
  readonly told: { references: readonly CitedNeighbour[]; citing: readonly CitedNeighbour[] };
  /** How many of each went into the tables. */
  readonly given: { references: number; citing: number };
  isGiven: boolean;
  wanted: Most;
}

/** What a View needs of works, by their numbers. */
interface Needed {
  readonly wanted: ReadonlyMap<number, Direction>;
  readonly added: readonly number[];
  readonly starts: readonly number[];
}

/** Puts documents into the tables beside what is loaded. */
export type Supply = (sources: readonly Source[], signal: AbortSignal) => Promise<void>;

/**
 * A corpus that lies elsewhere: what a View needs of it is read before it is drawn, and goes into the tables as any
 * documents do, so that all that is asked of them is asked of it too.
 */
export class CorpusReader {
  #usage = $state.raw<Usage>({ requests: 0, bytes: 0, kept: 0 });
  /** Counts what was read, for those that show how much. */
  #revision = $state(0);
  /** Works of the last View whose neighbours were left out, because they are too many. */
  #left = $state(0);
  readonly #corpus: Corpus;
  readonly #supply: Supply;
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<number, Known>();
  readonly #originals = new Set<string>();
  readonly #timings = new Timings();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(corpus: Corpus, supply: Supply) {
    this.#corpus = corpus;
    this.#supply = supply;
  }

  static async open(address: string, supply: Supply, signal: AbortSignal): Promise<CorpusReader> {
    let count = () => undefined as void;
    const opening = openCorpus(address, () => count());
    const corpus = await until(signal, opening).catch((failure: unknown) => {
      if (signal.aborted) void opening.then((late) => late.close()).catch(() => undefined);
      throw failure;
    });
    const reader = new CorpusReader(corpus, supply);
    count = () => (reader.#usage = corpus.usage());
    count();
    return reader;
  }

  get about(): Manifest {
    return this.#corpus.about;
  }

  get url(): string {
    return this.#corpus.url;
  }

  /** What was read since it was opened. */
  get usage(): Usage {
    return this.#usage;
  }

  /** How long its answers took, by what was asked and never of what. */
  timings(): readonly QueryTime[] {
    return this.#timings.list();
  }

  get left(): number {
    return this.#left;
  }

  close(): void {
    this.#corpus.close();
  }

  /** How far the neighbours of a work are read; null where it was not. */
  readOf(id: string): ReadWork | null {
    void this.#revision;
    const known = this.#known.get(this.#numbers.get(id) ?? -1);
    return known ? { card: known.card, ...known.given } : null;
  }

  async search(text: string, most: number, signal: AbortSignal): Promise<Found> {
    const alias = parseAlias(text);
    const work = alias === null ? null : await this.#find(alias, unwatched(signal));
    const found =
      work === null
        ? await this.#ask('words of titles', signal, () => this.#corpus.search(text, most))
        : { works: [await this.#one(work, signal)], total: 1 };
    for (const one of found.works) this.#numbers.set(one.id, one.work);
    return found;
  }

  async #one(work: number, signal: AbortSignal): Promise<Neighbour> {
    const { card } = await this.#read(work, NONE, unwatched(signal));
    return card;
  }

  /** Works that share references with this one, or are cited with it, in all of the corpus. */
  async related(
    id: string,
    measure: 'coupling' | 'cocitation',
    most: number,
    signal: AbortSignal,
  ): Promise<Ranked & { readonly found: readonly Neighbour[] }> {
    const work = await this.#numberOf(id, signal);
    const ranked =
      measure === 'coupling'
        ? await this.#ask('shared references', signal, () => this.#corpus.coupled(work, most))
        : await this.#ask('cited together', signal, () => this.#corpus.cocited(work, most));
    const found = await this.#cards(
      ranked.works.map((one) => one.work),
      signal,
    );
    return { ...ranked, found };
  }

  /** A shortest way between two works, of at most so many steps; null where none was found. */
  async path(
    from: string,
    to: string,
    steps: number,
    signal: AbortSignal,
  ): Promise<readonly Neighbour[] | null> {
    const [start, end] = [await this.#numberOf(from, signal), await this.#numberOf(to, signal)];
    const way = await this.#ask('a way', signal, () => this.#corpus.path(start, end, { steps, signal }));
    return way && this.#cards(way, signal);
  }

  /** `what` is told with how long it took. */
  async #ask<Answer>(what: string, signal: AbortSignal, work: () => Promise<Answer>): Promise<Answer> {
    signal.throwIfAborted();
    return until(signal, this.#timings.time(what, work));
  }

  async #cards(works: readonly number[], signal: AbortSignal): Promise<readonly Neighbour[]> {
    await this.#readAll(works, NONE, unwatched(signal));
    return works.flatMap((work) => this.#known.get(work)?.card ?? []);
  }

  /** Reads so many more of a work's neighbours for the next View. */
  more(id: string, direction: keyof Most, most: number): void {
    const known = this.#known.get(this.#numbers.get(id) ?? -1);
    if (known) known.wanted = { ...known.wanted, [direction]: known.given[direction] + most };
  }

  /** The View with a start, where it has none. */
  async withStart(view: View, watch: ReadingWatch): Promise<View> {
    if (view.focus !== null || view.seeds.length > 0) return view;
    const { card } = await this.#read(1, NONE, watch);
    return { ...view, focus: card.id };
  }

  /**
   * Reads what a View needs and is not in the tables yet, one View after the other: what two need goes in once. What is
   * in nothing but the tables is none of its business.
   */
  provide(view: View, watch: ReadingWatch): Promise<void> {
    const mine = this.#last.then(() => this.#provide(view, watch));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #provide(view: View, watch: ReadingWatch): Promise<void> {
    const focus = view.focus === null ? [] : [view.focus];
    const starts = await this.#numbersOf([...focus, ...view.seeds], watch);
    const expanded = await this.#numbersOf(view.expanded, watch);
    const added = await this.#numbersOf(view.added, watch);
    await this.#readAll(starts, AT_FIRST, watch);
    const wanted = new Map<number, Direction>(starts.map((work) => [work, view.direction]));
    let rim = starts;
    let left = 0;
    for (let hop = 2; hop <= view.depth; hop++) {
      const reached = this.#reached(rim, view.direction).filter((work) => !wanted.has(work));
      rim = reached.slice(0, MOST_A_STEP);
      left += reached.length - rim.length;
      await this.#readAll(rim, FIRST, watch);
      for (const work of rim) wanted.set(work, view.direction);
    }
    await this.#readAll(expanded, AT_FIRST, watch);
    await this.#readAll(added, NONE, watch);
    for (const work of expanded) wanted.set(work, 'both');
    this.#left = left;
    await this.#give({ wanted, added, starts: [...starts, ...expanded] }, watch);
  }

  /** The most cited first. */
  #reached(works: readonly number[], direction: Direction): number[] {
    const reached = new Set<number>();
    for (const work of works) {
      const told = this.#known.get(work)?.told;
      if (direction !== 'citing') for (const one of told?.references ?? []) reached.add(one.work);
      if (direction !== 'references') for (const one of told?.citing ?? []) reached.add(one.work);
    }
    return [...reached].sort((a, b) => a - b);
  }

  async #give({ wanted, added, starts }: Needed, watch: ReadingWatch): Promise<void> {
    const fresh: Fresh[] = [];
    for (const [work, direction] of wanted) {
      const known = this.#known.get(work);
      if (known) fresh.push(...freshOf(known, direction));
    }
    for (const work of added) {
      const known = this.#known.get(work);
      if (known && !wanted.has(work)) fresh.push(...freshOf(known, null));
    }
    const sources: Source[] = fresh.map(({ told }) => ({
      kind: 'text',
      name: `${this.url}#${nameOf(told)}`,
      text: asCollection(this.about, [told]),
    }));
    const found = (
      await Promise.all([...new Set(starts)].map((work) => this.#originalsOf(work, watch)))
    ).flat();
    const originals = [...new Map(found.map((original) => [original.sha256, original])).values()];
    sources.push(...originals.map(({ source }) => source));
    if (sources.length === 0) return;
    watch.signal.throwIfAborted();
    await this.#supply(sources, watch.signal);
    for (const { known, told } of fresh) {
      known.isGiven = true;
      known.given.references += told.references.length;
      known.given.citing += told.citing.length;
    }
    for (const { sha256 } of originals) this.#originals.add(sha256);
    this.#revision += 1;
  }

  /** Its records and hubs as they were packed, to be checked here. */
  async #originalsOf(
    work: number,
    watch: ReadingWatch,
  ): Promise<{ readonly source: Source; readonly sha256: string }[]> {
    const documents = (this.#known.get(work)?.card.documents ?? [])
      .filter(({ sha256, bytes }) => !this.#originals.has(sha256) && bytes <= MOST_ORIGINAL_BYTES)
      .slice(0, MOST_ORIGINALS);
    return Promise.all(
      documents.map(async (document) => ({
        source: await this.#original(document, watch),
        sha256: document.sha256,
      })),
    );
  }

  async #original(
    document: PlacedDocument,
    { signal }: ReadingWatch,
  ): Promise<Extract<Source, { kind: 'file' }>> {
    const bytes = await this.#ask('an original document', signal, () => this.#corpus.original(document));
    const blob = new Blob([bytes]);
    return { kind: 'file', name: `${this.url}#${document.name}`, blob };
  }

  /** What was read of these works, as one collection, and their original documents: to be kept. */
  async toKeep(
    ids: readonly string[],
    name: string,
    watch: ReadingWatch,
  ): Promise<readonly Extract<Source, { kind: 'file' }>[]> {
    const works = await this.#numbersOf(ids, watch);
    await this.#readAll(works, FIRST, watch);
    const kept = new Set(works);
    const known = works.flatMap((work) => this.#known.get(work) ?? []);
    const told = known.map(({ card, told: { references, citing } }) => ({
      card,
      references: references.filter((one) => kept.has(one.work)),
      citing: citing.filter((one) => kept.has(one.work)),
    }));
    const text = asCollection(this.about, told);
    const documents = known
      .flatMap(({ card }) => card.documents)
      .filter(({ bytes }) => bytes <= MOST_ORIGINAL_BYTES);
    const unique = [...new Map(documents.map((document) => [document.sha256, document])).values()];
    const originals = await Promise.all(unique.map((document) => this.#original(document, watch)));
    return [
      { kind: 'file', name: `${name}.jsonl`, blob: new Blob([text]) },
      ...originals.map((source, at) => ({ ...source, name: unique[at]?.name ?? source.name })),
    ];
  }

  async #numberOf(id: string, signal: AbortSignal): Promise<number> {
    const work = await this.#find(id, unwatched(signal));
    if (work === null) throw new Failure('not-found', `${id} is not in the corpus ${this.about.name}.`);
    return work;
  }

  async #numbersOf(ids: readonly string[], watch: ReadingWatch): Promise<number[]> {
    const numbers: number[] = [];
    for (const id of ids) {
      const work = await this.#find(id, watch);
      if (work !== null) numbers.push(work);
    }
    return numbers;
  }

  async #find(id: string, { signal }: ReadingWatch): Promise<number | null> {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const work = await this.#ask('a name', signal, () => this.#corpus.find(id));
    if (work !== null) this.#numbers.set(id, work);
    return work;
  }

  async #read(work: number, most: Most, watch: ReadingWatch): Promise<Known> {
    await this.#readAll([work], most, watch);
    const known = this.#known.get(work);
    if (!known) throw new Failure('not-found', 'This work is not in the corpus.');
    return known;
  }

  async #readAll(works: readonly number[], most: Most, watch: ReadingWatch): Promise<void> {
    const { signal, isWanted, want, got } = watch;
    const wanted = [...new Set(works)].filter((work) => !this.#has(work, most));
    want(wanted.length);
    const each = new Map<string, number[]>();
    for (const work of wanted) {
      const own = mostOf(this.#known.get(work)?.wanted ?? NONE, most);
      const key = `${own.references} ${own.citing}`;
      each.set(key, [...(each.get(key) ?? []), work]);
    }
    for (const [key, some] of each) {
      const [references = 0, citing = 0] = key.split(' ').map(Number);
      for (let at = 0; at < some.length; at += AT_ONCE) {
        signal.throwIfAborted();
        if (!isWanted()) throw new Failure('cancelled', 'Another view was asked for.');
        const part = some.slice(at, at + AT_ONCE);
        const asked = { references, citing };
        const neighbourhoods = await this.#ask('neighbourhoods', signal, () =>
          this.#corpus.neighbourhoods(part, asked),
        );
        for (const read of neighbourhoods) this.#learn(read, asked);
        got(part.length);
      }
    }
  }

  #has(work: number, most: Most): boolean {
    const known = this.#known.get(work);
    if (!known) return false;
    const own = mostOf(known.wanted, most);
    return (['references', 'citing'] as const).every(
      (direction) => known.told[direction].length >= Math.min(own[direction], known.card[direction]),
    );
  }

  #learn({ card, references, citing }: Neighbourhood, wanted: Most): void {
    this.#numbers.set(card.id, card.work);
    for (const name of card.names) this.#numbers.set(name, card.work);
    for (const one of [...references, ...citing]) this.#numbers.set(one.id, one.work);
    const known = this.#known.get(card.work);
    if (known) {
      known.told.references = references;
      known.told.citing = citing;
      known.wanted = mostOf(known.wanted, wanted);
    } else
      this.#known.set(card.work, {
        ...{ card, wanted, told: { references, citing } },
        ...{ given: { references: 0, citing: 0 }, isGiven: false },
      });
  }
}

function mostOf(a: Most, b: Most): Most {
  return { references: Math.max(a.references, b.references), citing: Math.max(a.citing, b.citing) };
}

interface Fresh {
  readonly known: Known;
  readonly told: Told;
}

/** What of it the tables do not hold yet; without a direction the work alone. */
function freshOf(known: Known, direction: Direction | null): Fresh[] {
  const { card, told, given, isGiven } = known;
  const isWanted = (side: Direction) => direction === side || direction === 'both';
  const references = isWanted('references') ? told.references.slice(given.references) : [];
  const citing = isWanted('citing') ? told.citing.slice(given.citing) : [];
  if (isGiven && references.length + citing.length === 0) return [];
  return [{ known, told: { card, references, citing } }];
}

/** Told apart by what they hold: a document's name is how it is found again. */
function nameOf({ card, references, citing }: Told): string {
  return `${card.id} (${references.length} references, ${citing.length} citing, to ${references.at(-1)?.work ?? 0} and ${citing.at(-1)?.work ?? 0})`;
}
