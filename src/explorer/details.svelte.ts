import type { Library } from './library.svelte';
import type { Compared } from './showing.svelte';
import { readDetails, type Details } from './read-details';

/** What the details panel shows: of what was selected last, else of the focus. */
export class DetailsPanel {
  #current = $state.raw<Details | null>(null);
  #isElsewhere = $state(false);
  /** What they are of, or are being read of. */
  #key = '';
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Whether they are of what only another snapshot has. */
  get isElsewhere(): boolean {
    return this.#isElsewhere;
  }

  get current(): Details | null {
    return this.#current;
  }

  /** What is gone since another snapshot is read there. */
  async read(
    about: string | null,
    unfolded: readonly string[],
    compared: Compared | null = null,
  ): Promise<void> {
    const isUnfolded = unfolded.some((id) => about?.startsWith(`${id} → `));
    const elsewhere = about === null ? null : ((await compared?.source(about)) ?? null);
    const key = `${this.#library.revision} ${about ?? ''} ${isUnfolded} ${elsewhere?.id ?? ''}`;
    if (key === this.#key) return;
    this.#key = key;
    const details =
      about === null
        ? null
        : elsewhere
          ? await readDetails(elsewhere.connection, elsewhere.id, isUnfolded)
          : await readDetails(await this.#library.connection(), about, isUnfolded);
    if (key !== this.#key) return;
    this.#current = details;
    this.#isElsewhere = elsewhere !== null;
  }
}
