import { Clusters, crossFilter } from '../graph';
import { Layouts } from '../layout';
import {
  DEFAULT_VIEW,
  isCancelled,
  type AskedLine,
  type Camera,
  type Frame,
  type Scene,
  type View,
} from '../model';
import {
  PictureMaker,
  shownOf,
  wantedBy,
  withPublicIds,
  type Beside,
  type DrawnPicture,
  type Shown,
  type StoredPicture,
  type Wanted,
} from '../picture';
import { suggestFocus } from '../queries';
import { buildScene, fitToFrame, seenFrom, type Changes } from '../scene';
import type { EvidenceGraph } from '../graph';
import type { Connection } from '../tables';
import { Arrangement } from './arrangement.svelte';
import type { Finding } from './finding.svelte';
import type { Library } from './library.svelte';
import { signal } from './signal';
import type { LargePictures } from './large-pictures.svelte';
import { Reading, type ReadingWatch } from './reading.svelte';
import { isNewStep } from './stage-view';

/** Work that is done sooner goes without a sign. */
const PATIENCE = 300;

/** A snapshot that is drawn with what is loaded. */
export interface Compared {
  /** When what it says is of what is loaded now. */
  settle(): Promise<void>;
  /** Another one after each comparison. */
  readonly beside: Beside;
  changes(graph: EvidenceGraph): Promise<Changes>;
  /** Where its documents can be read again as they came. */
  readonly library: Library;
  /** Where a node or line that is not in what is loaded can be asked about, and under which id; null for all others. */
  source(id: string): Promise<{ readonly connection: Connection; readonly id: string } | null>;
}

/** Puts into the tables what a View needs and they do not hold. */
export interface Provider {
  withStart(view: View, watch: ReadingWatch): Promise<View>;
  provide(view: View, watch: ReadingWatch): Promise<void>;
}

/** From the View that is asked for to what is drawn: its picture, its Scene, and what one step more would add. */
export class Showing {
  #view = $state.raw<View>(DEFAULT_VIEW);
  #shown = $state.raw<Shown | null>(null);
  #scene = $state.raw<Scene | null>(null);
  #next = $state.raw<number | null>(null);
  #isWorking = $state(false);
  #overlay: readonly AskedLine[] = [];
  #compared: Compared | null = null;
  #provider: Provider | null = null;
  #changes = $state.raw<Changes | null>(null);
  /** What the picture that is shown was made of; null for one that was stored. */
  #origin: { readonly view: View; readonly revision: number } | null = null;
  /** Of what Views need from elsewhere. */
  readonly reading = new Reading();
  /** Of the View that is asked for. */
  readonly arrangement = new Arrangement();
  readonly #library: Library;
  readonly #finding: Finding;
  readonly #large: LargePictures;
  #layouts: Layouts | null = null;
  #clusters: Clusters | null = null;
  /** What a person asked for besides what the View needs. */
  #wanted: Wanted = { particulars: false, clusters: false };
  #maker: {
    readonly revision: number;
    readonly beside: Beside | null;
    readonly pictures: PictureMaker;
  } | null = null;
  /** Counts what was asked for: only the last may be drawn. */
  #run = 0;
  #frame: Frame = { width: 0, height: 0 };
  readonly #framed = signal();
  /** Whether the next frame of the screen draws what was tried. */
  #isFrameAsked = false;

  constructor(library: Library, finding: Finding, large: LargePictures) {
    this.#library = library;
    this.#finding = finding;
    this.#large = large;
  }

  get view(): View {
    return this.#view;
  }

  /** The View to show at the next `show`. */
  set view(view: View) {
    this.#view = view;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  get scene(): Scene | null {
    return this.#scene;
  }

  get next(): number | null {
    return this.#next;
  }

  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** The View of what is drawn from the tables; null where nothing is. */
  get drawnView(): View | null {
    return this.#origin?.view ?? null;
  }

  /** Whether what is drawn came from the tables, and not from a stored picture. */
  get isFromTables(): boolean {
    return this.#origin !== null;
  }

  /** The View with public ids: what the stage and the controls compare with. */
  readonly namedView = $derived(
    this.#shown ? withPublicIds(this.#view, this.#shown.picture.names) : this.#view,
  );

  /** What the filters leave, and what their other values would leave; null while nothing is shown. */
  readonly crossFilter = $derived(this.#shown && crossFilter(this.#shown.graph, this.namedView));

  /** Takes what Views need from elsewhere from the next `show` on, or nothing. */
  takeFrom(provider: Provider | null): void {
    this.#provider = provider;
  }

  /** Draws the View; false where another was asked for meanwhile. */
  async show(): Promise<boolean> {
    const run = ++this.#run;
    await this.#library.settled();
    const compared = this.#compared;
    if (compared) await this.#signed(compared.settle(), run);
    const provided = await this.#signed(this.#provided(this.#view, run), run);
    if (!provided || run !== this.#run) return false;
    const pictures = await this.#pictures();
    const { revision } = this.#library;
    const view = await this.#focused(provided);
    if (run !== this.#run) return false;
    this.#view = view;
    const shown = await this.#signed(this.#made(pictures, view, run), run);
    if (!shown) return false;
    const changes = compared && (await compared.changes(shown.graph));
    if (run !== this.#run) return false;
    this.#shown = shown;
    this.#changes = changes;
    this.#origin = { view, revision };
    await this.#framed.done;
    this.#compose();
    return run === this.#run;
  }

  /** Null where another View was asked for while it was arranged. */
  async #made(pictures: PictureMaker, view: View, run: number): Promise<Shown | null> {
    try {
      return await pictures.make(view, this.#wantedFor(view), {
        agree: (nodes) => this.#large.agree(nodes),
        arranging: (nodes) => this.arrangement.begin(nodes),
      });
    } catch (failure) {
      if (run !== this.#run && isCancelled(failure)) return null;
      throw failure;
    } finally {
      if (run === this.#run) this.arrangement.cancel();
    }
  }

  /** What became of what is drawn since another snapshot; null where none is compared. */
  get changes(): Changes | null {
    return this.#changes;
  }

  get compared(): Compared | null {
    return this.#compared;
  }

  /** Draws another snapshot with what is loaded, or none, from the next `show` on. */
  compareWith(compared: Compared | null): void {
    this.#compared = compared;
  }

  /** The same picture, of one snapshot or both, or seen the other way round. */
  drawChanges(changes: Changes): void {
    this.#changes = changes;
    this.#compose();
  }

  /** From the next `show` on; false where that would change nothing. */
  want(what: keyof Wanted): boolean {
    const isNew = !this.#wantedFor(this.#view)[what];
    this.#wanted = { ...this.#wanted, [what]: true };
    return isNew;
  }

  #wantedFor(view: View): Wanted {
    const { particulars, clusters } = wantedBy(view);
    return {
      particulars: particulars || this.#wanted.particulars,
      clusters: clusters || this.#wanted.clusters,
    };
  }

  /** What is shown, to be stored; null where the tables or the View are others by now. */
  stored(): StoredPicture | null {
    const [shown, origin] = [this.#shown, this.#origin];
    if (!shown || !origin || this.#changes || origin.revision !== this.#library.revision) return null;
    if (isNewStep(origin.view, this.#view)) return null;
    return { ...shown.picture, view: origin.view, next: this.#next };
  }

  async drawStored(stored: DrawnPicture): Promise<void> {
    await this.#framed.done;
    this.#shown = shownOf(stored, this.#view);
    this.#next = stored.next;
    this.#compose();
  }

  look(camera: Camera): void {
    this.#view = { ...this.#view, camera };
    this.#scene = this.#scene && seenFrom(this.#scene, this.namedView);
  }

  /** What is selected is drawn in any case. */
  choose(selection: readonly string[]): void {
    this.#view = { ...this.#view, selection };
    if (this.#scene?.gathered) this.#scene = seenFrom(this.#scene, this.namedView);
  }

  /** Filters what is shown; drawn at the next frame of the screen, however many are asked for until then. */
  filter(filters: View['filters']): void {
    this.#view = { ...this.#view, filters };
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    requestAnimationFrame(() => {
      this.#isFrameAsked = false;
      this.#compose();
    });
  }

  resize(frame: Frame): void {
    const { width, height } = this.#frame;
    if (frame.width === 0 || (frame.width === width && frame.height === height)) return;
    this.#frame = frame;
    this.#framed.give();
    this.#compose();
  }

  /** Draws these lines over the picture, or none. */
  drawOver(lines: readonly AskedLine[]): void {
    this.#overlay = lines;
    this.#compose();
  }

  async countNext(): Promise<void> {
    const run = this.#run;
    const next = await (await this.#pictures()).countNext(this.#view);
    if (run === this.#run) this.#next = next;
  }

  /** From pixels of the frame at the home camera to the units of pins; null while nothing is drawn. */
  unplace(x: number, y: number): { readonly x: number; readonly y: number } | null {
    return this.#shown && fitToFrame(this.#shown.picture.positions, this.#frame).unplace(x, y);
  }

  /** What a View would show of what is loaded; the stage stays as it is. */
  async pictureOf(view: View): Promise<Shown> {
    await this.#library.settled();
    const provider = this.#provider;
    if (provider) await this.reading.run((watch) => provider.provide(view, watch));
    return (await this.#pictures()).make(view);
  }

  async #pictures(): Promise<PictureMaker> {
    const connection = await this.#library.connection();
    const { revision } = this.#library;
    const beside = this.#compared?.beside ?? null;
    const made = this.#maker;
    if (made?.revision === revision && made.beside === beside) return made.pictures;
    const layouts = (this.#layouts ??= new Layouts());
    const clusters = (this.#clusters ??= new Clusters());
    const pictures = new PictureMaker({
      ...{ connection, beside },
      arrange: layouts.arrange.bind(layouts),
      cluster: clusters.find.bind(clusters),
      formal: {
        cone: (question) => this.#finding.ask('cone', question),
        standings: (question) => this.#finding.ask('standings', question),
      },
    });
    this.#maker = { revision, beside, pictures };
    return pictures;
  }

  /** Null where another View was asked for while it was read. */
  async #provided(view: View, run: number): Promise<View | null> {
    const provider = this.#provider;
    if (!provider) return view;
    const isWanted = () => run === this.#run;
    const read = async (watch: ReadingWatch) => {
      const started = await provider.withStart(view, watch);
      await provider.provide(started, watch);
      return started;
    };
    try {
      return await this.reading.run(read, isWanted);
    } catch (failure) {
      if (!isWanted() && isCancelled(failure)) return null;
      throw failure;
    }
  }

  /** A View without any start gets one. */
  async #focused(view: View): Promise<View> {
    if (view.focus !== null || view.seeds.length > 0) return view;
    return { ...view, focus: await suggestFocus(await this.#library.connection()) };
  }

  async #signed<Result>(work: Promise<Result>, run: number): Promise<Result> {
    const isLast = () => run === this.#run;
    const timer = setTimeout(() => (this.#isWorking = isLast()), PATIENCE);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      if (isLast()) this.#isWorking = false;
    }
  }

  #compose(): void {
    if (!this.#shown || this.#frame.width === 0) return;
    const { graph, picture } = this.#shown;
    const view = withPublicIds(this.#view, picture.names);
    this.#scene = buildScene({
      graph,
      positions: picture.positions,
      view,
      frame: this.#frame,
      overlay: this.#overlay,
      changes: this.#changes,
      gathers: true,
    });
  }
}
