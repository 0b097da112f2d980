import type { EvidenceGraph } from '../graph';
import { Intake, type Progress, type Source } from '../intake';
import { Layouts } from '../layout';
import {
  DEFAULT_VIEW, describeFailure, HOME_CAMERA, isCancelled,
  type Camera, type DocumentMark, type Frame, type LoadReport, type Scene, type View,
} from '../model';
import { readHoldings, search, suggestFocus, type Hit, type Holdings } from '../queries';
import { buildScene, fitToFrame } from '../scene';
import type { Tables } from '../tables';
import { readAddress, ViewHistory, type Address } from './address';
import { readDetails, type Details } from './details';
import { coversAliases, graphOf, makePicture, pictureKey, withPublicIds, type Picture, type StoredPicture } from './picture';
import type { Sample } from './samples';

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
  #progress = $state.raw<Progress | null>(null);
  #failure = $state.raw<string | null>(null);
  #notices = $state.raw<readonly Notice[]>([]);
  #holdings = $state.raw<Holdings | null>(null);
  #report = $state.raw<LoadReport | null>(null);
  #details = $state.raw<Details | null>(null);
  #isWorking = $state(false);
  #frame = $state.raw<Frame>({ width: 0, height: 0 });
  #foreign = $state.raw<readonly string[]>([]);
  #missing = $state.raw<readonly DocumentMark[]>([]);
  #canUndo = $state(false);
  #canRedo = $state(false);
  #hovered = $state.raw<string | null>(null);

  #tables: Promise<Tables> | null = null;
  #intake: Intake | null = null;
  #layouts: Layouts | null = null;
  readonly #history: ViewHistory;
  readonly #address: Address;
  #abort: AbortController | null = null;
  #revision = 0;
  #run = 0;
  #dropped: DocumentMark[] = [];
  #opening: Promise<unknown> = Promise.resolve();
  #framed!: () => void;
  readonly #hasFrame = new Promise<void>((resolve) => (this.#framed = resolve));

  constructor() {
    this.#address = readAddress(window.location);
    this.#history = new ViewHistory(window, () => void this.#followAddress());
  }

  get state() { return this.#state; }
  get view() { return this.#view; }
  get scene() { return this.#scene; }
  get graph() { return this.#shown?.graph ?? null; }
  get next() { return this.#shown?.picture.next ?? null; }
  get progress() { return this.#progress; }
  get failure() { return this.#failure; }
  get notices() { return this.#notices; }
  get holdings() { return this.#holdings; }
  get report() { return this.#report; }
  get details() { return this.#details; }
  get isWorking() { return this.#isWorking; }
  get foreign() { return this.#foreign; }
  get missing() { return this.#missing; }
  get canUndo() { return this.#canUndo; }
  get canRedo() { return this.#canRedo; }
  get hovered() { return this.#hovered; }
  set hovered(id: string | null) { this.#hovered = id; }

  /** The public id of what the View calls by any alias. */
  named(alias: string): string {
    const names = this.#shown?.picture.names;
    return names && Object.hasOwn(names, alias) ? (names[alias] ?? alias) : alias;
  }

  /** The View with public ids: what the stage and the controls compare with. */
  readonly shownView = $derived(this.#shown ? withPublicIds(this.#view, this.#shown.picture.names) : this.#view);

  // ——— beginning

  /** Reads the address bar and shows what it asks for. Resolves when the stage shows it. */
  async start(): Promise<void> {
    const linked = this.#readLinkedView();
    if (this.#address.foreign.length > 0) {
      this.#foreign = this.#address.foreign;
      return;
    }
    await this.#begin(linked);
  }

  /** The person agrees to load what a link names on other origins. */
  async acceptForeign(): Promise<void> {
    this.#foreign = [];
    await this.#begin(this.#readLinkedView());
  }

  declineForeign(): void {
    this.#foreign = [];
    this.#state = 'empty';
  }

  async #begin(linked: View | null): Promise<void> {
    const { documents, sample } = this.#address;
    if (documents.length === 0) {
      this.#state = 'empty';
      this.#view = linked ?? DEFAULT_VIEW;
      return;
    }
    const view = linked ?? sample?.view ?? DEFAULT_VIEW;
    this.#view = view;
    this.#state = 'reading';
    if (sample) await this.#showStored(sample, view);
    const sources = documents.map((address): Source => ({ kind: 'url', url: new URL(address, window.location.href).href }));
    try {
      await this.#load(sources);
      await this.#refresh({ isNewEntry: false });
    } catch (failure) {
      if (!isCancelled(failure)) throw failure;
    }
  }

  /** The picture that the build stored, drawn before the database is there. */
  async #showStored(sample: Sample, view: View): Promise<void> {
    if (pictureKey(view, 0) !== pictureKey(sample.view, 0)) return;
    try {
      const response = await fetch(sample.picture);
      if (!response.ok) return;
      const stored = (await response.json()) as StoredPicture;
      await this.#hasFrame;
      this.#shown = { key: '', picture: stored, graph: graphOf(stored, view) };
      this.#draw();
      this.#state = 'loading';
      await painted();
    } catch {
      // Without the stored picture the pipeline's own comes a moment later.
    }
  }

  #readLinkedView(): View | null {
    try {
      const link = this.#history.read();
      this.#missing = link?.documents ?? [];
      return link?.view ?? null;
    } catch (failure) {
      this.#notify(describeFailure(failure));
      return null;
    }
  }

  // ——— documents

  /** Adds documents to what is loaded. A newly opened single record becomes the focus, else the focus stays. */
  async open(sources: readonly Source[]): Promise<LoadReport> {
    const { report, newRecords } = await this.#load(sources);
    const only = newRecords.length === 1 ? newRecords[0] : undefined;
    const isFirst = this.#view.focus === null;
    const focus = only ?? (isFirst && this.#tables ? await suggestFocus((await this.#tables).connection) : null);
    const changes = focus === null || focus === this.#view.focus ? {} : { ...DEFAULT_VIEW, layout: this.#view.layout, focus };
    this.#view = { ...this.#view, ...changes };
    await this.#refresh({ isNewEntry: focus !== null });
    return report;
  }

  /** Stops reading; what was loaded before stays as it was. */
  cancel(): void {
    this.#abort?.abort();
  }

  #load(sources: readonly Source[]) {
    const mine = this.#opening.then(() => this.#loadNow(sources));
    this.#opening = mine.catch(() => undefined);
    return mine;
  }

  async #loadNow(sources: readonly Source[]) {
    const before = this.#state === 'loading' || this.#scene ? 'ready' : 'empty';
    const hasStored = this.#state === 'loading';
    this.#abort = new AbortController();
    this.#failure = null;
    if (!hasStored) this.#state = 'reading';
    try {
      const tables = this.#startTables();
      this.#intake ??= new Intake();
      const delivery = await this.#intake.open(sources, {
        signal: this.#abort.signal,
        onProgress: (progress) => {
          this.#progress = progress;
          if (!hasStored) this.#state = progress.phase;
        },
      });
      this.#state = 'loading';
      this.#abort = null;
      const { connection } = await tables;
      const { loadTables } = await import('../tables');
      await loadTables(connection, delivery);
      this.#revision += 1;
      this.#report = delivery.report;
      this.#holdings = await readHoldings(connection);
      this.#remember(sources);
      return delivery;
    } catch (failure) {
      this.#state = isCancelled(failure) ? before : 'failed';
      if (!isCancelled(failure)) this.#failure = describeFailure(failure);
      throw failure;
    } finally {
      this.#progress = null;
    }
  }

  /** Documents that came from files have to be named in links; addresses are in `?data=`. */
  #remember(sources: readonly Source[]): void {
    const fromFiles = sources.some(({ kind }) => kind !== 'url');
    const loaded = this.#holdings?.documents ?? [];
    if (fromFiles) {
      const addresses = this.#address.documents.map((address) => new URL(address, window.location.href).href);
      this.#dropped = loaded
        .filter(({ name, origin, status }) => status !== 'refused' && !addresses.includes(name) && !addresses.includes(origin ?? ''))
        .map(({ name, sha256 }) => ({ name, sha256 }));
    }
    this.#missing = this.#missing.filter((mark) => !loaded.some(({ sha256 }) => sha256.startsWith(mark.sha256)));
  }

  #startTables(): Promise<Tables> {
    this.#tables ??= import('../tables').then(({ openTables }) => openTables());
    this.#tables.catch(() => (this.#tables = null));
    return this.#tables;
  }

  async #connection() {
    return (await this.#startTables()).connection;
  }

  // ——— the View

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
      await this.#refresh({ isNewEntry: !sameView({ ...view, camera: before.camera, selection: before.selection }, before) });
    } catch (failure) {
      if (this.#view === view) this.#view = before;
      throw failure;
    }
  }

  /** A change from the screen: failures become notices. */
  change(changes: Partial<View>): void {
    this.setView({ ...this.#view, ...changes }).catch((failure: unknown) => {
      if (!isCancelled(failure)) this.#notify(describeFailure(failure));
    });
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  async #followAddress(): Promise<void> {
    const view = this.#readLinkedView() ?? this.#address.sample?.view ?? DEFAULT_VIEW;
    this.#view = view;
    try {
      await this.#refresh({ isNewEntry: null });
    } catch (failure) {
      this.#notify(describeFailure(failure));
    }
  }

  async #refresh({ isNewEntry }: { readonly isNewEntry: boolean | null }): Promise<void> {
    const run = ++this.#run;
    const connection = await this.#connection();
    await this.#settleFocus(connection);
    const view = this.#view;
    const key = pictureKey(view, this.#revision);
    if (this.#shown?.key !== key || !coversAliases(this.#shown.picture, view)) {
      this.#isWorking = true;
      this.#layouts ??= new Layouts();
      const layouts = this.#layouts;
      const arrange = layouts.arrange.bind(layouts);
      try {
        const picture = await makePicture({ connection, arrange }, view);
        if (run !== this.#run) return;
        this.#shown = { key, picture, graph: graphOf(picture, view) };
      } finally {
        if (run === this.#run) this.#isWorking = false;
      }
    }
    await this.#hasFrame;
    this.#draw();
    this.#state = this.#shown.picture.rows.nodes.id.length === 0 ? 'empty' : 'ready';
    if (isNewEntry !== null) this.#history.write(view, this.#dropped, { isNewEntry });
    this.#canUndo = this.#history.canUndo;
    this.#canRedo = this.#history.canRedo;
    await this.#readDetails();
  }

  /** A link may name what is not loaded (yet): then the best start is shown and the reason said. */
  async #settleFocus(connection: Tables['connection']): Promise<void> {
    const { focus } = this.#view;
    if (focus === null) {
      const start = await suggestFocus(connection);
      if (start !== null && this.#view.seeds.length === 0) this.#view = { ...this.#view, focus: start };
    }
  }

  #draw(): void {
    if (!this.#shown || this.#frame.width === 0) return;
    const { graph, picture } = this.#shown;
    const view = withPublicIds(this.#view, picture.names);
    this.#scene = buildScene({ graph, positions: picture.positions, view, frame: this.#frame });
  }

  // ——— verbs of the stage

  setFrame(frame: Frame): void {
    if (frame.width === 0 || (frame.width === this.#frame.width && frame.height === this.#frame.height)) return;
    this.#frame = frame;
    this.#framed();
    this.#draw();
  }

  setCamera(camera: Camera): void {
    this.#view = { ...this.#view, camera };
    this.#draw();
    this.#history.write(this.#view, this.#dropped, { isNewEntry: false });
  }

  fit(): void {
    this.setCamera(HOME_CAMERA);
  }

  select(id: string | null, { isAdditive = false } = {}): void {
    const { selection } = this.shownView;
    const next = id === null ? [] : !isAdditive ? [id] : selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id];
    this.#view = { ...this.#view, selection: next };
    this.#history.write(this.#view, this.#dropped, { isNewEntry: false });
    void this.#readDetails();
  }

  expand(id: string): void {
    const { expanded } = this.shownView;
    this.change({ expanded: expanded.includes(id) ? expanded.filter((one) => one !== id) : [...expanded, id] });
  }

  hide(ids: readonly string[]): void {
    const hidden = [...new Set([...this.shownView.hidden, ...ids])];
    this.change({ hidden, selection: this.shownView.selection.filter((id) => !ids.includes(id)) });
  }

  unhide(ids: readonly string[] = this.shownView.hidden): void {
    this.change({ hidden: this.shownView.hidden.filter((id) => !ids.includes(id)) });
  }

  toggleSeed(id: string): void {
    const { seeds } = this.shownView;
    this.change({ seeds: seeds.includes(id) ? seeds.filter((seed) => seed !== id) : [...seeds, id] });
  }

  /** `at` is where it was dropped, in pixels of the frame at the home camera. */
  pin(id: string, at: { readonly x: number; readonly y: number }): void {
    if (!this.#shown) return;
    const { x, y } = fitToFrame(this.#shown.picture.positions, this.#frame).unplace(at.x, at.y);
    const rounded = [Math.round(x * 100) / 100, Math.round(y * 100) / 100] as const;
    this.change({ pins: { ...this.shownView.pins, [id]: rounded } });
  }

  unpin(id: string): void {
    this.change({ pins: Object.fromEntries(Object.entries(this.shownView.pins).filter(([pinned]) => pinned !== id)) });
  }

  toggleLegend(key: string): void {
    const line = /^line:(cites|formal|uses)$/.exec(key)?.[1] as View['lines'][number] | undefined;
    const { lines, filters } = this.#view;
    if (line) {
      this.change({ lines: lines.includes(line) ? lines.filter((kind) => kind !== line) : [...lines, line] });
    } else {
      const off = filters.off.includes(key) ? filters.off.filter((one) => one !== key) : [...filters.off, key];
      this.change({ filters: { ...filters, off } });
    }
  }

  // ——— questions

  async search(text: string): Promise<Hit[]> {
    return search(await this.#connection(), text);
  }

  async sql(text: string, parameters: readonly (string | number | boolean | null)[] = []) {
    return (await this.#startTables()).askOnly(text, parameters);
  }

  async connection() {
    return this.#connection();
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  #notify(text: string): void {
    const id = (this.#notices.at(-1)?.id ?? 0) + 1;
    if (!this.#notices.some((notice) => notice.text === text)) this.#notices = [...this.#notices, { id, text }];
  }

  async #readDetails(): Promise<void> {
    if (!this.#tables || this.#state !== 'ready') return;
    const about = this.#view.selection.at(-1) ?? this.#view.focus;
    if (about === null) {
      this.#details = null;
      return;
    }
    const details = await readDetails(await this.#connection(), this.named(about));
    if (about === (this.#view.selection.at(-1) ?? this.#view.focus)) this.#details = details;
  }
}

function sameView(a: View, b: View): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** After the browser has put the drawn frame on the screen: what is slow begins then. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

