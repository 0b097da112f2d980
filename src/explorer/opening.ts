import type { Source, Unsure } from '../intake';
import { DEFAULT_VIEW, Failure, isCancelled, type LoadReport } from '../model';
import type { Address } from './address';
import type { Consent } from './consent.svelte';
import type { FirstPicture } from './first-picture';
import type { Arrival, Keeping } from './keeping.svelte';
import type { KeptPicture } from './kept-picture';
import type { Loading } from './loading.svelte';
import type { Notices } from './notices.svelte';
import type { Showing } from './showing.svelte';
import { signal } from './signal';
import type { Trail } from './trail';
import type { Keepable } from '../workspace';

interface Parts {
  readonly address: Address;
  readonly consent: Consent;
  readonly firstPicture: FirstPicture;
  readonly keeping: Keeping;
  readonly keptPicture: KeptPicture;
  readonly loading: Loading;
  readonly notices: Notices;
  readonly showing: Showing;
  readonly trail: Trail;
  readonly openCorpus: (address: string) => Promise<unknown>;
  /** Told of documents of which it must be said what they are. */
  readonly onUnsure: (documents: readonly Unsure[]) => void;
}

/** What happens when documents are opened: those that the address names, and those that a person adds. */
export class Opening {
  readonly #parts: Parts;
  /** What the address asks for is loaded, or will not be: questions before would be answered from empty tables. */
  readonly #stocked = signal();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get stocked(): Promise<void> {
    return this.#stocked.done;
  }

  async start(): Promise<void> {
    const { address, consent } = this.#parts;
    const isAgreed = await consent.ask(address.foreign);
    if (isAgreed) await this.#begin(address.documents);
    else if ((await this.#parts.keeping.restored()).length > 0) await this.#begin([]);
    this.#stocked.give();
  }

  async #begin(addresses: readonly string[]): Promise<void> {
    const { address, keeping, loading, trail } = this.#parts;
    trail.readAddress(keeping.view);
    const corpus = addresses === address.documents ? address.corpus : null;
    if (corpus !== null) return this.#beginAt(corpus, addresses);
    if (addresses.length === 0 && (await keeping.restored()).length === 0) return;
    loading.enter('reading');
    await this.#drawStored(addresses);
    try {
      const { report, unsure, left } = await loading.load([
        ...addresses.map(toUrl),
        ...(await keeping.restored()),
      ]);
      if (left > 0) keeping.isNotAll();
      this.#sayLeft(left, addresses.length + (await keeping.restored()).length);
      this.#parts.onUnsure(unsure);
      this.#stocked.give();
      if (report.documents === 0 && unsure.length > 0) {
        loading.enter('empty');
        return;
      }
      if (report.documents === 0) throw new Failure('unreadable', firstProblem(report));
      await trail.arrive();
      trail.write({ isNewEntry: false });
    } catch (failure) {
      keeping.isNotAll();
      this.#stocked.give();
      this.#fail(failure);
      if (!isCancelled(failure)) throw failure;
    }
  }

  /** At a corpus, with what else the address names and what is kept. */
  async #beginAt(corpus: string, addresses: readonly string[]): Promise<void> {
    const { keeping, loading, openCorpus, trail } = this.#parts;
    loading.enter('reading');
    try {
      await openCorpus(corpus);
      const sources = [...addresses.map(toUrl), ...(await keeping.restored())];
      if (sources.length > 0) this.#parts.onUnsure((await loading.load(sources)).unsure);
      this.#stocked.give();
      loading.enter('loading');
      await trail.arrive();
      trail.write({ isNewEntry: false });
    } catch (failure) {
      this.#stocked.give();
      this.#fail(failure);
      if (!isCancelled(failure)) throw failure;
    }
  }

  /** What was stored of what is about to be loaded. */
  async #drawStored(addresses: readonly string[]): Promise<void> {
    const { address, firstPicture, keptPicture, loading, showing } = this.#parts;
    const onShown = () => loading.enter('loading');
    const kept = await keptPicture.find(addresses);
    if (kept) await firstPicture.show(kept, showing, onShown);
    else if (address.sample) await firstPicture.showSample(address.sample, showing, onShown);
  }

  async open(sources: Keepable[]): Promise<LoadReport> {
    return this.#add(sources, (part, signal) => this.#parts.keeping.keep(part, signal));
  }

  /** What the page stopped at before it was in the tables. */
  async readAgain(sources: Source[], arrival: Arrival): Promise<void> {
    // Kept as a whole, it is settled with its last part.
    await this.#add(sources, (part) => Promise.resolve(part.at(-1) === sources.at(-1) ? arrival : null));
  }

  async #add(
    sources: Source[],
    keep: (part: readonly Source[], signal: AbortSignal) => Promise<Arrival | null>,
  ): Promise<LoadReport> {
    const { loading, notices, showing, trail } = this.#parts;
    const loaded = await loading
      .load(sources, { keep, onFirst: () => trail.arrive() })
      .catch((failure: unknown) => {
        this.#fail(failure);
        throw failure;
      });
    const { report, newRecords, unsure, left } = loaded;
    const only = newRecords.length === 1 ? newRecords[0] : undefined;
    const hasNewFocus = !trail.hasArrived && only !== undefined;
    if (hasNewFocus) showing.view = { ...DEFAULT_VIEW, layout: showing.view.layout, focus: only };
    await trail.arrive();
    trail.write({ isNewEntry: hasNewFocus });
    this.#parts.onUnsure(unsure);
    this.#sayLeft(left, sources.length);
    if (report.documents === 0 && unsure.length === 0)
      notices.say(`Nothing was added. ${firstProblem(report)}`);
    return report;
  }

  #sayLeft(left: number, all: number): void {
    if (left === 0) return;
    const [read, total] = [all - left, all].map((count) => count.toLocaleString('en'));
    this.#parts.notices.say(
      `Cancelled after ${read} of ${total} files. Those that were read stay; open the same files again to add the rest.`,
    );
  }

  #fail(failure: unknown): void {
    const { loading, notices, showing } = this.#parts;
    loading.fail(failure, showing.isFromTables, (text) => notices.say(text));
  }
}

function toUrl(address: string): Source {
  return { kind: 'url', url: new URL(address, document.baseURI).href };
}

function firstProblem({ problems }: LoadReport): string {
  const [first] = problems;
  return first ? `${first.document}: ${first.message}` : 'There was nothing to read.';
}
