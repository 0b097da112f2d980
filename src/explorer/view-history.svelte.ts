import { readLink, writeLink, type ViewLink } from '../model';

/**
 * The address bar and the browser's history as the undo stack: every change of View is an entry, camera and selection
 * replace the current one. `at` counts entries from the first of this visit.
 */
export class ViewHistory {
  #at = $state(0);
  #last = $state(0);
  readonly #window: Window;

  constructor(window: Window, onMove: (isByHand: boolean) => void) {
    this.#window = window;
    this.#at = placeOf(window.history.state) ?? 0;
    this.#last = this.#at;
    if (placeOf(window.history.state) === null) window.history.replaceState({ at: 0 }, '');
    window.addEventListener('popstate', () => {
      const place = placeOf(window.history.state);
      if (place === null) this.#entered();
      else this.#at = place;
      this.#last = Math.max(this.#last, this.#at);
      onMove(place === null);
    });
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#last;
  }

  undo(): void {
    if (this.canUndo) this.#window.history.back();
  }

  redo(): void {
    if (this.canRedo) this.#window.history.forward();
  }

  /** Returns what was written. */
  write(link: ViewLink, options: { readonly isNewEntry: boolean }): string {
    const hash = `#${writeLink(link)}`;
    if (options.isNewEntry) {
      this.enter(hash);
    } else {
      this.#window.history.replaceState({ at: this.#at }, '', hash);
    }
    return hash;
  }

  /** Another link, as an entry of its own. */
  enter(hash: string): void {
    this.#at += 1;
    this.#last = this.#at;
    this.#window.history.pushState({ at: this.#at }, '', hash);
  }

  /** `fallback` is the link to go by where the address bar holds none. */
  read(fallback: string | null) {
    return readLink(this.#window.location.hash || (fallback ?? ''));
  }

  /** The entry that was written last led nowhere: the one before it is asked for again, and nothing is to redo. */
  withdraw(): void {
    this.#last = this.#at - 1;
    this.#window.history.back();
  }

  /** A person edited the address by hand: that is a new entry. */
  #entered(): void {
    this.#at += 1;
    this.#last = this.#at;
    this.#window.history.replaceState({ at: this.#at }, '');
  }
}

function placeOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('at' in state)) return null;
  return typeof state.at === 'number' ? state.at : null;
}
