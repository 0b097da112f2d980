import { tick } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { Wanted } from '../explorer';
import { Appearance } from './appearance.svelte';

export type MenuItem =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly note?: string;
      readonly keys?: string;
      readonly isDisabled?: boolean;
      readonly run: () => void;
    }
  | {
      readonly kind: 'link';
      readonly label: string;
      readonly note?: string;
      readonly href: string;
      readonly isElsewhere: boolean;
    }
  | { readonly kind: 'rule' };

export interface MenuRequest {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The button it belongs to, or where on the page it was asked for. */
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
}

/** `keys` are those of the keyboard, `trust` those that verify signatures. */
type Dialog = 'keys' | 'paste' | 'trust' | 'forget' | 'export' | 'link' | 'figure' | 'corpus';
export type Sheet = 'controls' | 'details' | 'dock';
const DOCK_TABS = [
  ...(['table', 'related', 'built', 'paths', 'compare', 'changes', 'doubt', 'story', 'corpus'] as const),
  ...(['formal', 'sql', 'report'] as const),
] as const;
export type DockTab = (typeof DOCK_TABS)[number];

const TABLES: ReadonlySet<DockTab> = new Set(['table', 'report']);

const FLASH_MILLISECONDS = 3500;

/** What is open on the screen: menus, dialogs, sheets, tabs; and what was last said to the person. */
export class Screen {
  readonly appearance = new Appearance();
  readonly #small = new MediaQuery('max-width: 47.49rem');
  #menu = $state.raw<MenuRequest | null>(null);
  #dialog = $state<Dialog | null>(null);
  #original = $state.raw<Wanted | null>(null);
  #sheet = $state<Sheet | null>(null);
  #tab = $state<DockTab>('table');
  #isDockOpen = $state(false);
  /** Of each tab, which of its lists is open and of what. */
  #choices = $state.raw<Readonly<Partial<Record<DockTab, readonly string[]>>>>({});
  /** Of the window's height, in per cent; 0 until a person chooses one. */
  #dockShare = $state(0);
  #sql = $state<string | null>(null);
  #isPresenting = $state(false);
  #presenter: Element | null = null;
  #spoken = $state('');
  #flash = $state('');
  #flashing: ReturnType<typeof setTimeout> | undefined;
  /** Set by the search box and the stage when they are there. */
  searchBox: HTMLInputElement | null = null;
  stage: HTMLElement | null = null;
  picker: ((kind: 'files' | 'folder') => void) | null = null;

  get isSmall(): boolean {
    return this.#small.current;
  }

  get menu(): MenuRequest | null {
    return this.#menu;
  }

  get dialog(): Dialog | null {
    return this.#dialog;
  }

  /** The document that is shown as it came. */
  get original(): Wanted | null {
    return this.#original;
  }

  get sheet(): Sheet | null {
    return this.#sheet;
  }

  get tab(): DockTab {
    return this.#tab;
  }

  /** How much of the window's height the open dock takes, in per cent: lists with reasons beside them take more. */
  get dockShare(): number {
    return this.#dockShare || (TABLES.has(this.#tab) ? 34 : 46);
  }

  /** 0 goes back to what is usual. */
  set dockShare(share: number) {
    this.#dockShare = share === 0 ? 0 : Math.min(75, Math.max(20, share));
  }

  get isDockOpen(): boolean {
    return this.isSmall ? this.#sheet === 'dock' : this.#isDockOpen;
  }

  /** Whether the stage has the whole screen, with the words of a story. */
  get isPresenting(): boolean {
    return this.#isPresenting;
  }

  /** Puts everything but the stage aside; the button that was pressed goes with it. */
  startPresenting(): void {
    this.#presenter = document.activeElement;
    this.#isPresenting = true;
  }

  async stopPresenting(): Promise<void> {
    this.#isPresenting = false;
    await tick();
    if (this.#presenter instanceof HTMLElement) this.#presenter.focus({ preventScroll: true });
    this.#presenter = null;
  }

  /** For screen readers only. */
  get spoken(): string {
    return this.#spoken;
  }

  /** A short word to everyone, gone after a few seconds. */
  get flash(): string {
    return this.#flash;
  }

  openMenu(menu: MenuRequest): void {
    this.#menu = menu;
  }

  closeMenu(): void {
    const anchor = this.#menu?.anchor;
    this.#menu = null;
    if (anchor instanceof HTMLElement) anchor.focus({ preventScroll: true });
    else this.stage?.focus({ preventScroll: true });
  }

  openDialog(dialog: Dialog): void {
    this.#dialog = dialog;
  }

  closeDialog(): void {
    this.#dialog = null;
  }

  openOriginal(wanted: Wanted): void {
    this.#original = wanted;
  }

  closeOriginal(): void {
    this.#original = null;
  }

  showSheet(sheet: Sheet | null): void {
    this.#sheet = this.#sheet === sheet ? null : sheet;
  }

  showTab(tab: DockTab): void {
    this.#tab = tab;
    this.#isDockOpen = true;
    if (this.isSmall) this.#sheet = 'dock';
  }

  /** Which of the open tab's lists is open, and of what; empty for the first. */
  get choice(): readonly string[] {
    return this.#choices[this.#tab] ?? [];
  }

  choose(...choice: readonly string[]): void {
    this.#choices = { ...this.#choices, [this.#tab]: choice };
  }

  /** What is open in the dock as a link says it: `formal shadow propext`; '' where it is closed. */
  get list(): string {
    return this.#isDockOpen ? [this.#tab, ...this.choice].join(' ') : '';
  }

  /** Opens what a link says; leaves all as it is where that says nothing known. */
  openList(list: string): void {
    const [name, ...choice] = list.split(' ');
    const tab = DOCK_TABS.find((one) => one === name);
    if (!tab) return;
    this.showTab(tab);
    this.choose(...choice);
  }

  /** Opens the tab, or closes the dock where the tab is open already. */
  toggleTab(tab: DockTab): void {
    if (this.isDockOpen && this.#tab === tab) this.closeDock();
    else this.showTab(tab);
  }

  /** Opens the tab with this text to look at, change and run; what was written there goes to its history. */
  openSql(text: string): void {
    this.#sql = text;
    this.showTab('sql');
  }

  /** The text that is to be put into the editor, once. */
  takeSql(): string | null {
    const text = this.#sql;
    this.#sql = null;
    return text;
  }

  closeDock(): void {
    this.#isDockOpen = false;
    if (this.#sheet === 'dock') this.#sheet = null;
  }

  say(words: string): void {
    this.#spoken = words;
  }

  tell(words: string): void {
    this.#flash = words;
    clearTimeout(this.#flashing);
    this.#flashing = setTimeout(() => (this.#flash = ''), FLASH_MILLISECONDS);
  }

  focusSearch(): void {
    this.#sheet = null;
    this.searchBox?.focus();
    this.searchBox?.select();
  }
}
