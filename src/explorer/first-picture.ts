import { isSamePicture, type Sample, type StoredPicture } from '../picture';
import { signal } from './signal';
import type { Showing } from './showing.svelte';

const PATIENCE = 3000;

/** The picture that the build stored of a sample: drawn before the database is there. */
export class FirstPicture {
  readonly #drawn = signal();
  #isSeen = false;

  /** The stage has put its first picture on the screen: what is slow may begin. */
  saw(): void {
    if (this.#isSeen) return;
    this.#isSeen = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('corollary:picture');
        this.#drawn.give();
      }, 0),
    );
  }

  /** Resolves when it is seen, at once where the View asks for another. */
  async show(sample: Sample, showing: Showing, onShown: () => void): Promise<void> {
    if (!isSamePicture(showing.view, sample.view)) return;
    try {
      const response = await fetch(sample.picture);
      if (!response.ok) return;
      await showing.drawStored((await response.json()) as StoredPicture);
      onShown();
      await Promise.race([this.#drawn.done, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    } catch {
      // Without the stored picture the pipeline's own comes a moment later.
    }
  }
}
