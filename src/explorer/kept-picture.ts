import type { TrustedKey } from '../checks';
import type { View } from '../model';
import { readPicture, type DrawnPicture } from '../picture';
import type { Keeping } from './keeping.svelte';
import type { Loading } from './loading.svelte';
import type { Showing } from './showing.svelte';

interface Surroundings {
  readonly keeping: Keeping;
  readonly loading: Loading;
  readonly showing: Showing;
  readonly keys: () => readonly TrustedKey[];
}

/** A View that stands for so long is stored. */
const SETTLED = 500;

/** The picture last shown of what is kept: stored beside it, drawn at the next start before the database is there. */
export class KeptPicture {
  readonly #around: Surroundings;
  /** What is loaded beside what is kept. */
  #addresses: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The picture of the View that is asked for; null where what is kept, these addresses or the keys were others. */
  async find(addresses: readonly string[]): Promise<DrawnPicture | null> {
    this.#addresses = addresses;
    const { keeping, showing } = this.#around;
    // Nothing was shown of anything kept: the start does not wait to hear so again.
    if (keeping.view === null) return null;
    return readPicture(await keeping.picture(this.#keyOf(showing.view)));
  }

  /** A View is shown: it is stored, unless another comes soon. */
  shown(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#store(), SETTLED);
  }

  #store(): void {
    const { keeping, loading, showing } = this.#around;
    if (loading.isUnderWay) return;
    const stored = showing.stored();
    if (stored) void keeping.keepPicture(this.#keyOf(stored.view), readPicture(stored));
  }

  /** The camera and the selection change the Scene only. */
  #keyOf(view: View): string {
    const keys = this.#around.keys().map(({ key }) => key);
    return JSON.stringify([this.#addresses, keys, { ...view, camera: null, selection: null }]);
  }
}
