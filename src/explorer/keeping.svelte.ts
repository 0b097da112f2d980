import { describeFailure, isCancelled } from '../model';
import {
  askForPromise,
  isPromised,
  openWorkspace,
  readText,
  writeText,
  type Keepable,
  type KeptSource,
  type Load,
  type Workspace,
} from '../workspace';
import { keptAddress } from './address';
import type { Notices } from './notices.svelte';

/** What becomes of a load that is being kept: it came into the tables, or it did not. Neither rejects. */
export interface Arrival {
  settle(): Promise<void>;
  remove(): Promise<void>;
}

interface Surroundings {
  readonly notices: Notices;
  /** Puts a load that was interrupted into the tables after all. */
  readonly onReadAgain: (sources: KeptSource[], arrival: Arrival) => void;
}

const VIEW = 'view';
/** Of what is kept as a text beside the documents: the story. */
export const STORY = 'story';
const NOT_KEPT = 'What you open here is gone when this page is closed';

/** What is kept on this machine of what a person opened, for the address of this page. */
export class Keeping {
  /** How many files and addresses come back by themselves. */
  #count = $state.raw(0);
  #isPromised = $state.raw(false);
  readonly #around: Surroundings;
  readonly #address = keptAddress(window.location);
  #workspace: Promise<Workspace | null> | null = null;
  #restored: Promise<KeptSource[]> | null = null;
  #isWriter = false;
  /** The loads that are in the tables. */
  readonly #loaded = new Set<number>();
  /** Whether the tables hold all that is kept, and beside it only what the address names. */
  #isAll = true;
  /** What was opened while another tab held the workspace. */
  #unkept: (readonly Keepable[])[] = [];

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether the browser promised not to clear what is kept when space runs short. */
  get isPromised(): boolean {
    return this.#isPromised;
  }

  /** The View last shown with what is kept, as a link holds it; at once. */
  get view(): string | null {
    return readText(this.#address, VIEW);
  }

  set view(link: string) {
    if (this.#isWriter && this.#count > 0) writeText(this.#address, VIEW, link);
  }

  /** What comes back by itself. Does not reject: what is not there any more is said. */
  restored(): Promise<KeptSource[]> {
    return (this.#restored ??= this.#restore());
  }

  async #restore(): Promise<KeptSource[]> {
    const workspace = await this.#open();
    if (!workspace) return [];
    try {
      const loads = await workspace.kept();
      const found = await Promise.all(loads.map((load) => load.sources()));
      const lost = await Promise.all(loads.filter((_, at) => found[at] === null).map((load) => load.names()));
      if (lost.length > 0) this.#say(`The browser did not keep ${inWords(lost.flat())}. Open them again.`);
      loads.forEach(({ id }, at) => found[at] && this.#loaded.add(id));
      const sources = found.flatMap((some) => some ?? []);
      this.#count = sources.length;
      if (sources.length > 0) {
        void this.#sayWhoKeeps(workspace);
        void isPromised().then((isPromised) => (this.#isPromised = isPromised));
      }
      return sources;
    } catch (failure) {
      this.#say(`What was kept on this machine cannot be read: ${describeFailure(failure)}`);
      return [];
    }
  }

  /** What was stored as a picture, if it was under this key and of what is kept now. Does not reject. */
  async picture(key: string): Promise<unknown> {
    await this.restored();
    const workspace = await this.#open();
    return workspace?.picture(this.#keyed(key)).catch(() => null);
  }

  /** A picture of what is in the tables now; null takes away the one before. A picture that finds no room is not kept. */
  async keepPicture(key: string, picture: object | null): Promise<void> {
    if (!this.#isWriter || this.#count === 0 || !this.#isAll) return;
    const workspace = await this.#open();
    await workspace?.keepPicture(this.#keyed(key), picture).catch(() => undefined);
  }

  #keyed(key: string): string {
    return JSON.stringify([[...this.#loaded].sort((a, b) => a - b), key]);
  }

  /** The tables hold less than is kept, or more: no picture of them is one of what is kept. */
  isNotAll(): void {
    this.#isAll = false;
  }

  /** Keeps what is being read. Rejects only where that is cancelled: what cannot be kept can still be shown. */
  async keep(sources: readonly Keepable[], signal: AbortSignal): Promise<Arrival | null> {
    const workspace = await this.#open();
    if (!workspace) {
      this.isNotAll();
      this.#say(`${NOT_KEPT}: this browser does not allow pages to keep anything.`);
      return null;
    }
    if (!(await workspace.isHeld())) return this.#keepLater(workspace, sources);
    try {
      return this.#counted(await workspace.keep(sources, signal), sources.length);
    } catch (failure) {
      if (isCancelled(failure)) throw failure;
      this.isNotAll();
      const names = sources.map((source) => (source.kind === 'url' ? source.url : source.name));
      this.#say(
        `${inWords(names)} will be gone when this page is closed. They could not be kept: ${describeFailure(failure)}`,
      );
      return null;
    }
  }

  /** What is loaded stays until the page is closed. */
  async forget(): Promise<void> {
    writeText(this.#address, STORY, null);
    const workspace = await this.#open();
    this.isNotAll();
    await workspace?.forget();
    this.#count = 0;
    writeText(this.#address, VIEW, null);
  }

  #open(): Promise<Workspace | null> {
    this.#workspace ??= openWorkspace(this.#address).then(
      (workspace) => {
        void workspace.held.then(() => this.#take(workspace));
        return workspace;
      },
      () => null,
    );
    return this.#workspace;
  }

  /** This tab may write now. */
  async #take(workspace: Workspace): Promise<void> {
    this.#isWriter = true;
    try {
      const unkept = this.#unkept.splice(0);
      const { whole, lost } = await workspace.interrupted();
      if (lost.length > 0)
        this.#say(`This page stopped while it was given ${inWords(lost)}. Open them again.`);
      for (const load of whole) await this.#offer(load);
      for (const sources of unkept) {
        const load = await workspace.keep(sources, new AbortController().signal);
        await this.#counted(load, sources.length).settle();
      }
      if (unkept.length > 0) this.#say('The other tab is closed: this one keeps the documents now.');
    } catch (failure) {
      this.#say(describeFailure(failure));
    }
  }

  async #offer(load: Load): Promise<void> {
    const names = await load.names();
    const forget = () => void this.#background(load.remove());
    const readAgain = async () => {
      const sources = await load.sources();
      if (sources) this.#around.onReadAgain(sources, this.#counted(load, sources.length));
      else await load.remove();
    };
    this.#around.notices.say(
      `This page stopped while it was reading ${inWords(names)}. The bytes are kept.`,
      [
        { label: 'Read again', run: () => void this.#background(readAgain()) },
        { label: 'Forget', run: forget },
      ],
    );
  }

  #counted(load: Load, sources: number): Arrival {
    return {
      settle: () => this.#background(this.#settle(load, sources)),
      remove: () => this.#background(load.remove()),
    };
  }

  async #settle(load: Load, sources: number): Promise<void> {
    await load.settle();
    // Once, and only after a person opened something: a browser may ask in turn.
    if (this.#count === 0) void askForPromise().then((isPromised) => (this.#isPromised = isPromised));
    this.#count += sources;
    this.#loaded.add(load.id);
  }

  async #keepLater(workspace: Workspace, sources: readonly Keepable[]): Promise<Arrival> {
    this.isNotAll();
    await this.#sayWhoKeeps(workspace);
    return {
      settle: () => {
        this.#unkept.push(sources);
        return Promise.resolve();
      },
      remove: () => Promise.resolve(),
    };
  }

  async #sayWhoKeeps(workspace: Workspace): Promise<void> {
    if (await workspace.isHeld()) return;
    this.#say(
      `Another tab with this address keeps the documents; this one only reads them. ${NOT_KEPT}, unless that tab is closed first.`,
    );
  }

  async #background(work: Promise<void>): Promise<void> {
    await work.catch((failure: unknown) => this.#say(describeFailure(failure)));
  }

  #say(text: string): void {
    this.#around.notices.say(text);
  }
}

/** The first few by name, the rest by number. */
function inWords(names: readonly string[]): string {
  const [most, rest] = [names.slice(0, 3).join(', '), names.length - 3];
  return rest > 0 ? `${most} and ${rest} more` : most;
}
