import {
  Differences,
  GROUPS,
  mirrored,
  mirroredChange,
  type Entry,
  type Group,
  type Summary,
} from '../difference';
import type { EvidenceGraph } from '../graph';
import { describeFailure, Failure, isCancelled, type Change, type DocumentMark } from '../model';
import { besideOf, ViewRows, type Beside } from '../picture';
import { readSnapshot } from '../queries';
import type { Changes, ChangesSide } from '../scene';
import type { Keepable } from '../workspace';
import { Finding } from './finding.svelte';
import { Library } from './library.svelte';
import type { Compared } from './showing.svelte';
import { snapshotName } from './snapshot-name';
import type { Ground } from './tools';

/** What goes on, with how far it is where that is known. */
export interface ComparingStep {
  readonly words: string;
  readonly share: number | null;
}

export type SnapshotCounts = Summary['counts'][Group];

/** What an earlier snapshot is held in: freed as a whole. */
interface Held {
  readonly library: Library;
  readonly finding: Finding;
  readonly differences: Differences;
  readonly rows: ViewRows;
}

export const LOADED_NOW = 'what is loaded now';
const PAGE = 2_000;
const MOST_LISTED = 20_000;
const NOTHING_TO_COMPARE =
  'Nothing is loaded to compare with. Open the documents of today first, then those of the earlier snapshot.';

/** What is loaded against an earlier snapshot, which is read into a database of its own. */
export class EarlierSnapshot {
  #step = $state.raw<ComparingStep | null>(null);
  #name = $state.raw<string | null>(null);
  #summary = $state.raw<Summary | null>(null);
  #lists = $state.raw<Readonly<Partial<Record<Group, readonly Entry[]>>>>({});
  #excerpts = $state(0);
  #side = $state<ChangesSide>('both');
  #isSwapped = $state(false);
  #documents: readonly DocumentMark[] = [];
  /** What is drawn that had another title in the earlier snapshot, with that. */
  #titles: ReadonlyMap<string, string> = new Map();
  #held: Held | null = null;
  #beside: Beside | null = null;
  #abort: AbortController | null = null;
  /** Of what is loaded, when it was compared. */
  #revision = -1;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** What the snapshot is called; null where none is compared. */
  get name(): string | null {
    return this.#name;
  }

  /** What is under way. */
  get step(): ComparingStep | null {
    return this.#step;
  }

  /** Null until two snapshots are compared. Counts of what is new and gone are those of `isSwapped`. */
  get counts(): Summary['counts'] | null {
    const counts = this.#summary?.counts;
    return counts && this.#isSwapped ? mirroredCounts(counts) : (counts ?? null);
  }

  /** Files of both, whatever the direction: `new` are those of what is loaded now alone. */
  get files(): Summary['documents'] | null {
    return this.#summary?.documents ?? null;
  }

  /** Of how many collections a portable bundle holds only the lines that its view needed. */
  get excerpts(): number {
    return this.#excerpts;
  }

  /** The documents of the earlier snapshot, for a recipe. */
  get documents(): readonly DocumentMark[] {
    return this.#documents;
  }

  /** The first of a group, in the direction of `isSwapped`. */
  list(group: Group): readonly Entry[] {
    const entries = this.#lists[group] ?? [];
    return this.#isSwapped ? entries.map(mirrored) : entries;
  }

  /** All that is told of a node or line. */
  about(on: string): readonly Entry[] {
    return GROUPS.flatMap((group) => this.list(group).filter((entry) => entry.on === on));
  }

  get side(): ChangesSide {
    return this.#side;
  }

  set side(side: ChangesSide) {
    this.#side = side;
    this.#repaint();
  }

  /** Whether what is loaded counts as the earlier of the two. */
  get isSwapped(): boolean {
    return this.#isSwapped;
  }

  swap(): void {
    const { changes } = this.#ground.showing;
    this.#isSwapped = !this.#isSwapped;
    const turned = (marks: ReadonlyMap<string, Change>) =>
      new Map([...marks].map(([id, change]) => [id, mirroredChange(change)] as const));
    if (changes)
      this.#ground.showing.drawChanges({
        ...changes,
        ...{ nodes: turned(changes.nodes), lines: turned(changes.lines) },
        ...this.#looks,
      });
  }

  /** Reads them apart from what is loaded, compares, and draws both. Rejects with a Failure that says what to do. */
  async open(sources: readonly Keepable[]): Promise<void> {
    await this.end();
    if (this.#ground.library.holdings === null) throw new Failure('not-found', NOTHING_TO_COMPARE);
    const abort = new AbortController();
    this.#abort = abort;
    try {
      this.#held = await this.#read(sources, abort.signal);
      this.#name = snapshotName(sources);
      this.#excerpts = await excerptsIn(sources);
      await this.#compare(this.#held, abort.signal, (words, share) => this.#at(words, share));
      this.#ground.showing.compareWith(this.#compared(this.#held));
      await this.#ground.redraw();
    } catch (failure) {
      const wasStopped = abort.signal.aborted;
      if (this.#abort === abort) await this.end();
      throw wasStopped ? new Failure('cancelled', 'Cancelled.') : failure;
    } finally {
      if (this.#abort === abort) this.#step = this.#abort = null;
    }
  }

  /** The same for the screen: what goes wrong becomes a notice. */
  choose(sources: readonly Keepable[]): void {
    this.open(sources).catch((failure: unknown) => {
      if (!isCancelled(failure)) this.#ground.notices.say(describeFailure(failure));
    });
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Frees the second database; the picture is that of what is loaded again. */
  async end(): Promise<void> {
    const wasDrawn = this.#ground.showing.compared !== null;
    this.#abort?.abort();
    this.#step = this.#name = this.#summary = this.#beside = null;
    this.#lists = {};
    this.#excerpts = 0;
    this.#documents = [];
    this.#isSwapped = false;
    this.#side = 'both';
    this.#revision = -1;
    close(this.#held);
    this.#held = null;
    this.#ground.showing.compareWith(null);
    if (wasDrawn) await this.#ground.redraw();
  }

  /** The same for the screen. */
  leave(): void {
    this.end().catch((failure: unknown) => this.#ground.notices.say(describeFailure(failure)));
  }

  async #read(sources: readonly Keepable[], signal: AbortSignal): Promise<Held> {
    const { library: loaded } = this.#ground;
    const library = new Library(() => void this.#lose());
    const finding = new Finding(library);
    const watch = {
      signal,
      onProgress: ({ bytes, bytesTotal }: { readonly bytes: number; readonly bytesTotal: number }) =>
        this.#at('Reading the earlier snapshot', bytesTotal > 0 ? bytes / bytesTotal : null),
      onLoading: () => this.#at('Loading the earlier snapshot', null),
    };
    this.#at('Reading the earlier snapshot', null);
    try {
      library.say(loaded.kinds);
      await library.trust(loaded.keys, watch);
      const { report } = await library.load(sources, watch);
      if (report.documents === 0) throw new Failure('unreadable', nothingIn(report.problems[0]?.message));
      const rows = new ViewRows(await library.connection(), {
        cone: (question) => finding.ask('cone', question),
        standings: (question) => finding.ask('standings', question),
      });
      if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
      return { library, finding, rows, differences: new Differences() };
    } catch (failure) {
      library.close();
      throw failure;
    }
  }

  async #compare(
    { library, differences, rows }: Held,
    signal: AbortSignal,
    onStep: (words: string, share: number) => void,
  ): Promise<void> {
    const loaded = this.#ground.library;
    const { revision } = loaded;
    const sides = [
      { side: 'before', words: 'Comparing: the earlier snapshot', connection: await library.connection() },
      { side: 'after', words: `Comparing: ${LOADED_NOW}`, connection: await loaded.connection() },
    ] as const;
    for (const { side, words, connection } of sides) {
      const onProgress = (share: number) => onStep(words, share);
      await differences.fill(side, readSnapshot(connection), { signal, onProgress });
    }
    const summary = await differences.compare();
    const lists: Partial<Record<Group, readonly Entry[]>> = {};
    for (const group of GROUPS) lists[group] = await allOf(differences, group);
    if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
    this.#documents = await this.#marksOf(library);
    this.#revision = revision;
    this.#lists = lists;
    this.#summary = summary;
    this.#beside = besideOf(rows, summary.renamed);
  }

  async #marksOf(library: Library): Promise<readonly DocumentMark[]> {
    const documents = await library.documents(0, MOST_LISTED);
    return documents.map(({ name, sha256 }) => ({ name, sha256 }));
  }

  #compared(held: Held): Compared {
    const beside = () =>
      this.#beside ??
      ({ names: () => Promise.resolve({}), unite: (view, rowsOf) => rowsOf(view) } satisfies Beside);
    return {
      library: held.library,
      settle: () => this.#settle(held),
      get beside() {
        return beside();
      },
      changes: (graph) => this.#changes(held, graph),
      source: async (id) => {
        const isGone = this.#changeNow(id) === 'gone';
        return isGone ? { connection: await held.library.connection(), id: this.#earlierId(id) } : null;
      },
    };
  }

  /** Compares anew after a load, or where other keys are trusted. */
  async #settle(held: Held): Promise<void> {
    const { library } = this.#ground;
    if (this.#revision === library.revision) return;
    const { signal } = new AbortController();
    const still = () => undefined;
    if (held.library.keys !== library.keys)
      await held.library.trust(library.keys, { signal, onProgress: still, onLoading: still });
    await this.#compare(held, signal, still);
  }

  async #changes({ differences }: Held, graph: EvidenceGraph): Promise<Changes> {
    const nodes = graph.nodes();
    const lines = graph.mapEdges((_, __, from, to) => `${from} → ${to}`);
    const marked = await differences.marks(nodes, lines);
    this.#titles = new Map(
      nodes.flatMap((id, row) => {
        const title = marked.titles[row];
        return title ? [[id, title] as const] : [];
      }),
    );
    const turned = (change: Change) => (this.#isSwapped ? mirroredChange(change) : change);
    const told = (ids: readonly string[], changes: readonly (Change | null)[]) =>
      new Map(
        ids.flatMap((id, row) => {
          const change = changes[row];
          return change ? [[id, turned(change)] as const] : [];
        }),
      );
    return { nodes: told(nodes, marked.nodes), lines: told(lines, marked.lines), ...this.#looks };
  }

  /** What is drawn, and what the two are called. */
  get #looks(): Pick<Changes, 'side' | 'before' | 'after' | 'titles'> {
    const names = [this.#name ?? '', LOADED_NOW] as const;
    const [before, after] = this.#isSwapped ? [names[1], names[0]] : names;
    const isEarlier = this.#side === (this.#isSwapped ? 'after' : 'before');
    return { side: this.#side, before, after, titles: isEarlier ? this.#titles : new Map() };
  }

  #repaint(): void {
    const { changes } = this.#ground.showing;
    if (changes) this.#ground.showing.drawChanges({ ...changes, ...this.#looks });
  }

  /** As seen from what is loaded, whatever the direction. */
  #changeNow(id: string): Change | undefined {
    const { changes } = this.#ground.showing;
    const change = changes?.nodes.get(id) ?? changes?.lines.get(id);
    return change && this.#isSwapped ? mirroredChange(change) : change;
  }

  /** Of a node or a line, as the earlier snapshot has it. */
  #earlierId(id: string): string {
    const renamed = Object.entries(this.#summary?.renamed ?? {});
    const earlier = (one: string) => renamed.find(([, now]) => now === one)?.[0] ?? one;
    return id.split(' → ').map(earlier).join(' → ');
  }

  #at(words: string, share: number | null): void {
    this.#step = { words, share };
  }

  async #lose(): Promise<void> {
    await this.end();
    this.#ground.notices.say(
      'The database of the earlier snapshot stopped, and the comparison ended. Choose the snapshot again.',
    );
  }
}

async function excerptsIn(sources: readonly Keepable[]): Promise<number> {
  const { bundlesAmong } = await import('./opened-bundles');
  const bundles = await bundlesAmong(sources);
  return bundles.flatMap(({ manifest }) => manifest.parts.filter(({ lines }) => lines !== undefined)).length;
}

function close(held: Held | null): void {
  held?.library.close();
  held?.finding.close();
  held?.differences.close();
}

async function allOf(differences: Differences, group: Group): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let from = 0; from < MOST_LISTED; from += PAGE) {
    const page = await differences.entries(group, from, PAGE);
    entries.push(...page);
    if (page.length < PAGE) break;
  }
  return entries;
}

function mirroredCounts(counts: Summary['counts']): Summary['counts'] {
  const entries = Object.entries(counts).map(([group, count]) => [
    group,
    {
      ...count,
      ...{ new: count.gone, gone: count.new },
      inOtherFiles: { new: count.inOtherFiles.gone, gone: count.inOtherFiles.new },
    },
  ]);
  return Object.fromEntries(entries) as Summary['counts'];
}

function nothingIn(problem: string | undefined): string {
  return `Nothing of the earlier snapshot could be read. ${problem ?? 'There was nothing in what you chose.'}`;
}
