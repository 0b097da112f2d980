import { DEFAULT_VIEW, describeFailure, Failure, isCancelled, NO_DOCUMENTS, type View } from '../model';
import type { Library } from './library.svelte';
import type { Notices } from './notices.svelte';
import { ReadingStopped } from './reading.svelte';
import type { Showing } from './showing.svelte';
import { isNewStep, sameView } from './stage-view';
import { ViewHistory } from './view-history.svelte';

interface Surroundings {
  readonly library: Library;
  readonly showing: Showing;
  readonly notices: Notices;
  /** The View of an address that holds none. */
  readonly home: View;
  readonly onShown: () => void;
  /** The link that the address bar holds now. */
  readonly onWritten: (link: string) => void;
  /** A link that was opened holds another list. */
  readonly onList: (list: string) => void;
}

/** From View to View: asked for by a person or a script, led back to by undo, or held by a link. */
export class Trail {
  readonly #history = new ViewHistory(window, (isByHand) => this.#turn(isByHand));
  readonly #around: Surroundings;
  /** The list that is open beside the stage. */
  #list = '';
  /** The View of a link whose documents are not all here yet. */
  #awaited: View | null = null;
  /** The View of the current entry while another is being tried. */
  #settled: View | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get history(): ViewHistory {
    return this.#history;
  }

  /** Whether a load has brought the last documents that a link waited for. */
  get hasArrived(): boolean {
    return this.#awaited !== null && this.#around.library.missing.named.length === 0;
  }

  /** Replaces the View; a change that is more than camera and selection becomes an undo step, at once. */
  async go(view: View): Promise<void> {
    const { showing, library } = this.#around;
    const before = this.#settled ?? showing.view;
    this.#settled = null;
    if (sameView(before, view)) return this.#revert(view);
    const isNewEntry = isNewStep(before, view);
    if (library.missing.named.length === 0) this.#awaited = null;
    showing.view = view;
    this.write({ isNewEntry });
    try {
      await this.#show();
    } catch (failure) {
      if (showing.view === view) {
        if (failure instanceof ReadingStopped && this.#isElsewhere(before)) this.#stay();
        else this.#takeBack(before, isNewEntry);
      }
      throw failure;
    }
  }

  /** Draws the View of the current entry again where another is shown: at once where only filters were tried. */
  async #revert(view: View): Promise<void> {
    const { showing } = this.#around;
    if (sameView(showing.view, view)) return;
    if (sameView({ ...showing.view, filters: view.filters }, view)) return showing.filter(view.filters);
    showing.view = view;
    await this.#show();
  }

  /** Filters that are still being chosen, as under a moving brush, are drawn at once and are no entry until they are settled. */
  try(filters: View['filters']): void {
    const { showing } = this.#around;
    this.#settled ??= showing.view;
    showing.filter(filters);
  }

  /** Shows a View that is no entry, until `goBack` or until another is gone to. */
  async present(view: View): Promise<void> {
    const { showing } = this.#around;
    this.#settled ??= showing.view;
    showing.view = view;
    await showing.show();
  }

  /** Back to the View of the current entry; nothing where that is shown. */
  async goBack(): Promise<void> {
    const settled = this.#settled;
    if (!settled) return;
    this.#settled = null;
    await this.#revert(settled);
  }

  /** Whether a View is shown that is no entry. */
  get isAside(): boolean {
    return this.#settled !== null;
  }

  /** What was tried becomes one entry; nothing where it came back to what it was. */
  async settle(): Promise<void> {
    if (this.#settled) await this.go(this.#around.showing.view);
  }

  /** Back to the View of the current entry, where another is being tried. */
  cancel(): boolean {
    const settled = this.#settled;
    this.#settled = null;
    if (settled) this.#around.showing.filter(settled.filters);
    return settled !== null;
  }

  /** Whether something is drawn, of another View than this. */
  #isElsewhere(view: View): boolean {
    const { drawnView } = this.#around.showing;
    return drawnView !== null && isNewStep(drawnView, view);
  }

  /** With the View of what is drawn, or with none, in place of one that could not be read. */
  #stay(): void {
    const { showing } = this.#around;
    showing.view = showing.drawnView ?? DEFAULT_VIEW;
    this.#settled = null;
    if (showing.drawnView) this.write({ isNewEntry: false });
  }

  #takeBack(before: View, wasNewEntry: boolean): void {
    this.#around.showing.view = before;
    if (wasNewEntry) this.#history.withdraw();
    else this.write({ isNewEntry: false });
  }

  /** Asks for the View that the address bar holds, or else that of the link last kept, without showing it yet. */
  readAddress(kept: string | null = null, { takesList = true } = {}): void {
    const { library, showing, notices, home } = this.#around;
    this.#awaited = null;
    this.#settled = null;
    try {
      const link = this.#history.read(kept);
      library.expect(link?.documents ?? NO_DOCUMENTS);
      this.#awaited = link?.view ?? null;
      if (takesList) this.#around.onList((this.#list = link?.list ?? ''));
    } catch (failure) {
      notices.say(describeFailure(failure));
    }
    showing.view = this.#awaited ?? home;
  }

  /** A link that a file holds, as if it had been typed into the address bar. */
  async follow(link: string): Promise<void> {
    this.#history.enter(`#${link}`);
    this.readAddress();
    await this.arrive();
  }

  /** Undo and redo leave the open list as it is. */
  #turn(isByHand: boolean): void {
    this.readAddress(null, { takesList: isByHand });
    this.arrive().catch((failure: unknown) => this.#around.notices.say(describeFailure(failure)));
  }

  /** Shows the View of a link, or the best there is while documents of it are missing. */
  async arrive(): Promise<void> {
    const { library, showing, notices } = this.#around;
    if (this.#awaited && this.hasArrived) showing.view = this.#awaited;
    try {
      await this.#show();
      if (library.missing.named.length === 0) this.#awaited = null;
    } catch (failure) {
      if (failure instanceof ReadingStopped) {
        this.#stay();
        return this.#around.onShown();
      }
      if (isCancelled(failure)) return this.#declined();
      if (!(failure instanceof Failure) || failure.kind !== 'not-found') throw failure;
      notices.say(`${failure.message} Another start is shown.`);
      showing.view = DEFAULT_VIEW;
      await this.#show();
    }
  }

  /** A person would not have so many nodes drawn: one step of them, or what was shown before. */
  async #declined(): Promise<void> {
    const { showing, onShown } = this.#around;
    if (showing.view.depth === 1) return onShown();
    showing.view = { ...showing.view, depth: 1, expanded: [] };
    await this.#show().catch((failure: unknown) => {
      if (!isCancelled(failure)) throw failure;
      onShown();
    });
  }

  /** Shows the same View of what is loaded now. */
  async redraw(): Promise<void> {
    if (this.#around.showing.shown) await this.#show();
  }

  async #show(): Promise<void> {
    if (await this.#around.showing.show()) this.#around.onShown();
  }

  /** Into the address of the current entry: which list is open is no step to undo. */
  keepList(list: string): void {
    if (list === this.#list) return;
    this.#list = list;
    this.write({ isNewEntry: false });
  }

  /** Into the address bar: as a new entry, or in place of the current one; not while a View is being tried. */
  write(options: { readonly isNewEntry: boolean }): void {
    const { showing, library, onWritten } = this.#around;
    if (this.#settled) return;
    const link = { view: showing.view, documents: library.linked, list: this.#list };
    onWritten(this.#history.write(link, options));
  }
}
