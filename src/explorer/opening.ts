import type { Source } from '../intake';
import { DEFAULT_VIEW, Failure, isCancelled, type LoadReport } from '../model';
import type { Address } from './address';
import type { Consent } from './consent.svelte';
import type { FirstPicture } from './first-picture';
import type { Loading } from './loading.svelte';
import type { Notices } from './notices.svelte';
import type { Showing } from './showing.svelte';
import { signal } from './signal';
import type { Trail } from './trail';

interface Parts {
  readonly address: Address;
  readonly consent: Consent;
  readonly firstPicture: FirstPicture;
  readonly loading: Loading;
  readonly notices: Notices;
  readonly showing: Showing;
  readonly trail: Trail;
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
    if (await consent.ask(address.foreign)) await this.#begin();
    this.#stocked.give();
  }

  async #begin(): Promise<void> {
    const { address, firstPicture, loading, showing, trail } = this.#parts;
    trail.readAddress();
    if (address.documents.length === 0) return;
    loading.enter('reading');
    if (address.sample) await firstPicture.show(address.sample, showing, () => loading.enter('loading'));
    try {
      const { report } = await loading.load(address.documents.map(toUrl));
      this.#stocked.give();
      if (report.documents === 0) throw new Failure('unreadable', firstProblem(report));
      await trail.arrive();
      trail.write({ isNewEntry: false });
    } catch (failure) {
      this.#stocked.give();
      this.#fail(failure);
      if (!isCancelled(failure)) throw failure;
    }
  }

  async open(sources: readonly Source[]): Promise<LoadReport> {
    const { loading, notices, showing, trail } = this.#parts;
    const { report, newRecords } = await loading.load(sources).catch((failure: unknown) => {
      this.#fail(failure);
      throw failure;
    });
    const only = newRecords.length === 1 ? newRecords[0] : undefined;
    const hasNewFocus = !trail.hasArrived && only !== undefined;
    if (hasNewFocus) showing.view = { ...DEFAULT_VIEW, layout: showing.view.layout, focus: only };
    await trail.arrive();
    trail.write({ isNewEntry: hasNewFocus });
    if (report.documents === 0) notices.say(`Nothing was added. ${firstProblem(report)}`);
    return report;
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
