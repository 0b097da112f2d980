import { isSamePicture, type DrawnPicture, type Sample } from '../picture';
import { signal } from './signal';
import type { Showing } from './showing.svelte';

const PATIENCE = 3000;

/** A stored picture, drawn before the database is there. */
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

  /** What the build stored of a sample. Resolves when it is seen, at once where the View asks for another. */
  async showSample(sample: Sample, showing: Showing, onShown: () => void): Promise<void> {
    if (!isSamePicture(showing.view, sample.view)) return;
    const response = await fetch(sample.picture).catch(() => null);
    if (!response?.ok) return;
    const stored = (await response.json().catch(() => null)) as DrawnPicture | null;
    if (stored) await this.show(stored, showing, onShown);
  }

  /** Resolves when it is seen. */
  async show(stored: DrawnPicture, showing: Showing, onShown: () => void): Promise<void> {
    try {
      await showing.drawStored(stored);
    } catch {
      // Without the stored picture the pipeline's own comes a moment later.
      return;
    }
    onShown();
    await Promise.race([this.#drawn.done, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }
}
