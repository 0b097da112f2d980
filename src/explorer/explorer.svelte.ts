import type { EvidenceGraph } from '../graph';
import type { Progress, Source } from '../intake';
import { Layouts } from '../layout';
import {
  DEFAULT_VIEW,
  describeFailure,
  Failure,
  HOME_CAMERA,
  isCancelled,
  type Camera,
  type Frame,
  type LoadReport,
  type Scene,
  type View,
} from '../model';
import { search, suggestFocus, type Hit } from '../queries';
import { buildScene, fitToFrame } from '../scene';
import { readAddress, ViewHistory, type Address } from './address';
import { readDetails, type Details } from './details';
import { Library } from './library.svelte';
import {
  countNext,
  coversAliases,
  graphOf,
  makePicture,
  pictureKey,
  withPublicIds,
  type Picture,
  type StoredPicture,
  type Sample,
} from '../picture';
import {
  isNewStep,
  nextSelection,
  sameView,
  toggled,
  withHidden,
  withoutPin,
  withPin,
  withToggledKey,
} from './stage-view';

export type StageState = 'empty' | 'reading' | 'checking' | 'loading' | 'ready' | 'failed';

/** Something a person should know that is not an error of theirs: shown until dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

interface Shown {
  readonly key: string;
  readonly picture: Picture;
  readonly graph: EvidenceGraph;
}

/** Drives the flow from documents to the stage. One on a page; components read it and call its verbs. */
export class Explorer {
  #state = $state.raw<StageState>('empty');
  #view = $state.raw<View>(DEFAULT_VIEW);
  #scene = $state.raw<Scene | null>(null);
  #shown = $state.raw<Shown | null>(null);
  #next = $state.raw<number | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #failure = $state.raw<string | null>(null);
  #notices = $state.raw<readonly Notice[]>([]);
  #details = $state.raw<Details | null>(null);
  #isWorking = $state(false);
  #foreign = $state.raw<readonly string[]>([]);
  #canUndo = $state(false);
  #canRedo = $state(false);
  /** The node or line under the pointer, on the stage or in a list. */
  hovered = $state.raw<string | null>(null);

  readonly #library = new Library();
  readonly #history: ViewHistory;
  readonly #address: Address;
  #layouts: Layouts | null = null;
  #abort: AbortController | null = null;
  #run = 0;
  #frame: Frame = { width: 0, height: 0 };
  /** The View of a link whose documents are not all here yet. */
  #awaited: View | null = null;
  readonly #framed = signal();
  readonly #answered = signal();
  /** What the address asks for is loaded, or will not be: questions before would be answered from empty tables. */
  readonly #stocked = signal();
  #isDeclined = false;
  readonly #drawn = signal();
  #hasDrawn = false;
  /** What the details are of, or are being read of. */
  #detailsKey = '';

  constructor() {
    this.#address = readAddress(window.location);
    this.#history = new ViewHistory(window, () => void this.#followAddress());
  }

  get state() {
    return this.#state;
  }
  get view() {
    return this.#view;
  }
  get scene() {
    return this.#scene;
  }
  get graph() {
    return this.#shown?.graph ?? null;
  }
  /** How many nodes one step more would add; null while unknown or at the greatest depth. */
  get next() {
    return this.#next;
  }
  get progress() {
    return this.#progress;
  }
  get failure() {
    return this.#failure;
  }
  get notices() {
    return this.#notices;
  }
  get holdings() {
    return this.#library.holdings;
  }
  get report() {
    return this.#library.report;
  }
  get missing() {
    return this.#library.missing;
  }
  get details() {
    return this.#details;
  }
  get isWorking() {
    return this.#isWorking;
  }
  /** Addresses on other origins that a link names and that a person has not agreed to yet. */
  get foreign() {
    return this.#foreign;
  }
  get canUndo() {
    return this.#canUndo;
  }
  get canRedo() {
    return this.#canRedo;
  }

  /** The View with public ids: what the stage and the controls compare with. */
  readonly shownView = $derived(
    this.#shown ? withPublicIds(this.#view, this.#shown.picture.names) : this.#view,
  );

  // Beginning

  /**
   * Reads the address bar and shows what it asks for; waits for a person's word where a link names other origins.
   * Resolves when the stage shows it, or is empty; rejects with what the failed screen says. May be called again.
   */
  async start(): Promise<void> {
    const { foreign } = this.#address;
    if (foreign.length > 0) {
      this.#foreign = foreign;
      await this.#answered.done;
    }
    if (!this.#isDeclined) await this.#begin();
    this.#stocked.give();
  }

  /** The person agrees to load what a link names on other origins. */
  acceptForeign(): void {
    this.#foreign = [];
    this.#answered.give();
  }

  declineForeign(): void {
    this.#foreign = [];
    this.#isDeclined = true;
    this.#answered.give();
  }

  async #begin(): Promise<void> {
    const linked = this.#readLinkedView();
    const { documents, sample } = this.#address;
    this.#view = linked ?? sample?.view ?? DEFAULT_VIEW;
    this.#awaited = linked;
    if (documents.length === 0) return;
    this.#state = 'reading';
    if (sample) await this.#showStored(sample);
    const toUrl = (address: string): Source => ({
      kind: 'url',
      url: new URL(address, document.baseURI).href,
    });
    try {
      const { report } = await this.#load(documents.map(toUrl));
      this.#stocked.give();
      if (report.documents === 0) throw new Failure('unreadable', firstProblem(report));
      await this.#refreshAwaited({ isNewEntry: false });
    } catch (failure) {
      this.#stocked.give();
      this.#fail(failure);
      if (!isCancelled(failure)) throw failure;
    }
  }

  /** The picture that the build stored, drawn before the database is there. */
  async #showStored(sample: Sample): Promise<void> {
    const view = this.#view;
    if (pictureKey(view, 0) !== pictureKey(sample.view, 0)) return;
    try {
      const response = await fetch(sample.picture);
      if (!response.ok) return;
      const stored = (await response.json()) as StoredPicture;
      await this.#framed.done;
      this.#shown = { key: '', picture: stored, graph: graphOf(stored, view) };
      this.#next = stored.next;
      this.#draw();
      this.#state = 'loading';
      await Promise.race([this.#drawn.done, new Promise((resolve) => setTimeout(resolve, 3000))]);
    } catch {
      // Without the stored picture the pipeline's own comes a moment later.
    }
  }

  #readLinkedView(): View | null {
    try {
      const link = this.#history.read();
      this.#library.expect(link?.documents ?? []);
      return link?.view ?? null;
    } catch (failure) {
      this.#notify(describeFailure(failure));
      return null;
    }
  }

  // Documents

  /** Adds documents to what is loaded. A newly opened single record becomes the focus, else the focus stays. */
  async open(sources: readonly Source[]): Promise<LoadReport> {
    const { report, newRecords } = await this.#load(sources).catch((failure: unknown) => {
      this.#fail(failure);
      throw failure;
    });
    const only = newRecords.length === 1 ? newRecords[0] : undefined;
    const isAwaited = this.#awaited !== null && this.#library.missing.length === 0;
    const hasNewFocus = !isAwaited && only !== undefined;
    if (hasNewFocus) this.#view = { ...DEFAULT_VIEW, layout: this.#view.layout, focus: only };
    await this.#refreshAwaited({ isNewEntry: hasNewFocus });
    if (report.documents === 0) this.#notify(`Nothing was added. ${firstProblem(report)}`);
    return report;
  }

  /** Stops reading; what was loaded before stays as it was. */
  cancel(): void {
    this.#abort?.abort();
  }

  async #load(sources: readonly Source[]) {
    const isQuiet = this.#state === 'loading';
    const abort = new AbortController();
    this.#abort = abort;
    this.#failure = null;
    if (!isQuiet) this.#state = 'reading';
    try {
      return await this.#library.load(sources, {
        signal: abort.signal,
        onProgress: (progress) => {
          this.#progress = progress;
          if (!isQuiet) this.#state = progress.phase;
        },
        onLoading: () => {
          this.#abort = null;
          this.#state = 'loading';
        },
      });
    } finally {
      this.#progress = null;
    }
  }

  /** After a cancel the app is as it was; anything else that stopped a load is said, and what is drawn stays. */
  #fail(failure: unknown): void {
    const hasPicture = this.#shown !== null && this.#shown.key !== '';
    this.#state = hasPicture ? 'ready' : isCancelled(failure) ? 'empty' : 'failed';
    if (isCancelled(failure)) return;
    if (hasPicture) this.#notify(describeFailure(failure));
    else this.#failure = describeFailure(failure);
  }

  // The View

  /** Shows a node and resets direction, depth, expansion and filters unless given. */
  async show(id: string, view: Partial<View> = {}): Promise<void> {
    const { layout, layoutSettings, colourBy, sizeBy } = this.#view;
    await this.setView({ ...DEFAULT_VIEW, layout, layoutSettings, colourBy, sizeBy, ...view, focus: id });
  }

  /** Replaces the View; a change that is more than camera and selection becomes an undo step. */
  async setView(view: View): Promise<void> {
    const before = this.#view;
    if (sameView(before, view)) return;
    this.#view = view;
    try {
      await this.#refresh({ isNewEntry: isNewStep(before, view) });
    } catch (failure) {
      if (this.#view === view) this.#view = before;
      throw failure;
    }
  }

  /** A change from the screen: what goes wrong becomes a notice. */
  change(changes: Partial<View>): void {
    this.setView({ ...this.#view, ...changes }).catch((failure: unknown) => {
      this.#notify(describeFailure(failure));
    });
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  async #followAddress(): Promise<void> {
    const linked = this.#readLinkedView();
    this.#awaited = linked;
    this.#view = linked ?? this.#address.sample?.view ?? DEFAULT_VIEW;
    try {
      await this.#refreshAwaited({ isNewEntry: null });
    } catch (failure) {
      this.#notify(describeFailure(failure));
    }
  }

  /** Shows the View of a link, or the best there is while documents of it are missing. */
  async #refreshAwaited(options: { readonly isNewEntry: boolean | null }): Promise<void> {
    const awaited = this.#awaited;
    if (awaited && this.#library.missing.length === 0) this.#view = awaited;
    try {
      await this.#refresh(options);
      if (this.#library.missing.length === 0) this.#awaited = null;
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.kind !== 'not-found') throw failure;
      this.#notify(`${failure.message} Another start is shown.`);
      this.#view = DEFAULT_VIEW;
      await this.#refresh({ isNewEntry: null });
    }
  }

  async #refresh({ isNewEntry }: { readonly isNewEntry: boolean | null }): Promise<void> {
    const run = ++this.#run;
    await this.#library.settled();
    const connection = await this.#library.connection();
    if (this.#view.focus === null && this.#view.seeds.length === 0) {
      this.#view = { ...this.#view, focus: await suggestFocus(connection) };
    }
    const view = this.#view;
    const isFresh = await this.#makeShown(view, run);
    if (run !== this.#run) return;
    await this.#framed.done;
    this.#draw();
    this.#state = this.#shown?.picture.rows.nodes.id.length ? 'ready' : 'empty';
    this.#write(isNewEntry);
    if (isFresh) this.#background(this.#countNext(view, run));
    this.#background(this.#readDetails());
  }

  /** What the stage does not wait for. */
  #background(work: Promise<void>): void {
    work.catch((failure: unknown) => {
      this.#notify(describeFailure(failure));
    });
  }

  /** Makes the picture where the one at hand does not answer for the View; says whether it did. */
  async #makeShown(view: View, run: number): Promise<boolean> {
    const key = pictureKey(view, this.#library.revision);
    if (this.#shown?.key === key && coversAliases(this.#shown.picture, view)) return false;
    this.#isWorking = true;
    try {
      const connection = await this.#library.connection();
      const layouts = (this.#layouts ??= new Layouts());
      const picture = await makePicture({ connection, arrange: layouts.arrange.bind(layouts) }, view);
      if (run === this.#run) this.#shown = { key, picture, graph: graphOf(picture, view) };
      return true;
    } finally {
      if (run === this.#run) this.#isWorking = false;
    }
  }

  async #countNext(view: View, run: number): Promise<void> {
    const next = await countNext(await this.#library.connection(), view);
    if (run === this.#run) this.#next = next;
  }

  /** Into the address bar: as a new entry, in place of the current one, or (null) not at all. */
  #write(isNewEntry: boolean | null): void {
    if (isNewEntry !== null) this.#history.write(this.#view, this.#library.marks, { isNewEntry });
    this.#canUndo = this.#history.canUndo;
    this.#canRedo = this.#history.canRedo;
  }

  #draw(): void {
    if (!this.#shown || this.#frame.width === 0) return;
    const { graph, picture } = this.#shown;
    const view = withPublicIds(this.#view, picture.names);
    this.#scene = buildScene({ graph, positions: picture.positions, view, frame: this.#frame });
  }

  // Verbs of the stage

  setFrame(frame: Frame): void {
    if (frame.width === 0 || (frame.width === this.#frame.width && frame.height === this.#frame.height))
      return;
    this.#frame = frame;
    this.#framed.give();
    this.#draw();
  }

  /** The stage has put its first picture on the screen: what is slow may begin. */
  sawFirstPicture(): void {
    if (this.#hasDrawn) return;
    this.#hasDrawn = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('corollary:picture');
        this.#drawn.give();
      }, 0),
    );
  }

  setCamera(camera: Camera): void {
    this.#view = { ...this.#view, camera };
    this.#draw();
    this.#write(false);
  }

  fit(): void {
    this.setCamera(HOME_CAMERA);
  }

  select(id: string | null, { isAdditive = false } = {}): void {
    this.#view = { ...this.#view, selection: nextSelection(this.shownView.selection, id, isAdditive) };
    this.#write(false);
    this.#background(this.#readDetails());
  }

  expand(id: string): void {
    this.change({ expanded: toggled(this.shownView.expanded, id) });
  }

  hide(ids: readonly string[]): void {
    this.change(withHidden(this.shownView, ids));
  }

  unhide(ids: readonly string[] = this.shownView.hidden): void {
    this.change({ hidden: this.shownView.hidden.filter((id) => !ids.includes(id)) });
  }

  toggleSeed(id: string): void {
    this.change({ seeds: toggled(this.shownView.seeds, id) });
  }

  /** `at` is where it was dropped, in pixels of the frame at the home camera. */
  pin(id: string, at: { readonly x: number; readonly y: number }): void {
    if (!this.#shown) return;
    const { x, y } = fitToFrame(this.#shown.picture.positions, this.#frame).unplace(at.x, at.y);
    this.change(withPin(this.shownView, id, x, y));
  }

  unpin(id: string): void {
    this.change(withoutPin(this.shownView, id));
  }

  toggleLegend(key: string): void {
    this.change(withToggledKey(this.#view, key));
  }

  // Questions

  async search(text: string): Promise<Hit[]> {
    return search(await this.#library.connection(), text);
  }

  async sql(text: string, parameters: readonly (string | number | boolean | null)[] = []) {
    await this.#stocked.done;
    return this.#library.ask(text, parameters);
  }

  async connection() {
    return this.#library.connection();
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  #notify(text: string): void {
    if (this.#notices.some((notice) => notice.text === text)) return;
    this.#notices = [...this.#notices, { id: (this.#notices.at(-1)?.id ?? 0) + 1, text }];
  }

  async #readDetails(): Promise<void> {
    if (this.#state !== 'ready') return;
    const about = this.#aboutWhat();
    const key = `${this.#library.revision} ${about ?? ''}`;
    if (key === this.#detailsKey) return;
    this.#detailsKey = key;
    const details = about === null ? null : await readDetails(await this.#library.connection(), about);
    if (key === this.#detailsKey) this.#details = details;
  }

  #aboutWhat(): string | null {
    const { selection, focus } = this.shownView;
    return selection.at(-1) ?? focus;
  }
}

function firstProblem({ problems }: LoadReport): string {
  const [first] = problems;
  return first ? `${first.document}: ${first.message}` : 'There was nothing to read.';
}

interface Signal {
  readonly done: Promise<void>;
  readonly give: () => void;
}

function signal(): Signal {
  let give: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (give = resolve));
  return { done, give };
}
