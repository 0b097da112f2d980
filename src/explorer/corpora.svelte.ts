import type { KeptCorpora } from '../corpus';
import { Failure, type View } from '../model';
import type { Hit } from '../queries';
import type { Keepable } from '../workspace';
import type { CorpusReader, CorpusReport } from './corpus-reader.svelte';
import type { Library } from './library.svelte';
import type { Showing } from './showing.svelte';

/** Works that a search finds in it beside those that are loaded. */
const MOST_FOUND = 20;

/** A work that is only in the corpus: it is read when it is shown. */
export type CorpusHit = Omit<Hit, 'kind'> & { readonly kind: 'corpus' };

interface Surroundings {
  readonly library: Library;
  readonly showing: Showing;
  /** Shows the View of the address bar, or a start, of what is loaded and the corpus. */
  readonly arrive: () => Promise<void>;
  readonly redraw: () => Promise<void>;
  /** Loads and keeps documents as those that a person opens. */
  readonly add: (sources: Keepable[]) => Promise<unknown>;
}

/** The corpus that is open, which lies elsewhere and is read a little at a time, and what is kept of all that were. */
export class Corpora {
  #current = $state.raw<CorpusReader | null>(null);
  #kept = $state.raw<KeptCorpora>({ corpora: 0, bytes: 0 });
  readonly #around: Surroundings;
  #searching = new AbortController();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What is read of it, and what can be asked of it; null where none is open. */
  get current(): CorpusReader | null {
    return this.#current;
  }

  /** What is on this machine of all that were read, as it was counted last. */
  get kept(): KeptCorpora {
    return this.#kept;
  }

  async countKept(): Promise<void> {
    this.#kept = await (await import('./corpus-reader.svelte')).keptCorpora();
  }

  /** What was read stays on the stage until the page is closed; the corpus that is open holds some, and is closed. */
  async forget(): Promise<void> {
    const { showing } = this.#around;
    showing.reading.cancel();
    showing.takeFrom(null);
    this.#current?.close();
    this.#current = null;
    const { forgetCorpora } = await import('./corpus-reader.svelte');
    const isAll = await forgetCorpora();
    await this.countKept();
    if (!isAll)
      throw new Failure(
        'read-only',
        'Another tab has a corpus open: some of what was read of it is still kept. Close that tab, and forget again.',
      );
  }

  /** What Views need is read of it from now on, in place of the one before. */
  async begin(address: string): Promise<CorpusReader> {
    const { library, showing } = this.#around;
    const { CorpusReader } = await import('./corpus-reader.svelte');
    const url = new URL(address, document.baseURI).href;
    const reader = await showing.reading.run(({ signal }) =>
      CorpusReader.open(url, (sources, stop) => library.supply(sources, stop), signal),
    );
    this.#current?.close();
    this.#current = reader;
    showing.takeFrom(reader);
    return reader;
  }

  /** Beside what is loaded; shows its most cited work, or stays. */
  async show(address: string): Promise<CorpusReport> {
    const reader = await this.begin(address);
    await this.#around.arrive();
    return { ...reader.about, url: reader.url, ...reader.usage };
  }

  /** None where it does not answer, or something else was asked since: what is loaded does. */
  async search(text: string): Promise<CorpusHit[]> {
    this.#searching.abort();
    const { signal } = (this.#searching = new AbortController());
    const found = await this.#current?.search(text, MOST_FOUND, signal).catch(() => null);
    return (found?.works ?? []).map(({ id, title, authors, date }) => ({
      ...{ node: 0, id, kind: 'corpus', title: title ?? id, detail: authors },
      year: date === null ? null : Number(date.slice(0, 4)),
    }));
  }

  /** Reads so many more neighbours of a work, and draws them where they belong to what is shown. */
  async more(id: string, direction: Exclude<View['direction'], 'both'>, most: number): Promise<void> {
    this.#current?.more(id, direction, most);
    await this.#around.redraw();
  }

  /** The papers on the stage as the corpus tells them, with their original documents, become documents of this machine. */
  async keepNeighbourhood(): Promise<{ readonly works: number; readonly originals: number }> {
    const { showing, add } = this.#around;
    const [corpus, graph] = [this.#current, showing.shown?.graph];
    if (!corpus || !graph) throw new Failure('not-found', 'Nothing of a corpus is on the stage.');
    const ids = graph.filterNodes((_, { kind }) => kind === 'paper' || kind === 'stub');
    const { focus, seeds } = showing.namedView;
    const name = `${corpus.about.name} around ${focus ?? seeds[0] ?? 'several works'}`;
    const [works, ...originals] = await showing.reading.run((watch) => corpus.toKeep(ids, name, watch));
    await add(works ? [works, ...originals] : []);
    return { works: ids.length, originals: originals.length };
  }
}
