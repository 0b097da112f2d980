import type { Arranging } from '../layout';

/** An arrangement that is done sooner goes without a sign. */
const PATIENCE = 500;

/** What is seen of an arrangement that takes a while, and a way to stop it. */
export class Arrangement {
  #nodes = $state.raw<number | null>(null);
  #share = $state.raw(0);
  #stopping: AbortController | null = null;

  /** How many nodes are being arranged; null where none are, or not for long. */
  get nodes(): number | null {
    return this.#nodes;
  }

  /** From 0 to 1; 0 as long as it is not known. */
  get share(): number {
    return this.#share;
  }

  /** One that begins ends the one before, which nobody waits for any more. */
  begin(nodes: number): Arranging {
    this.cancel();
    this.#share = 0;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    setTimeout(() => {
      if (this.#stopping?.signal === signal && !signal.aborted) this.#nodes = nodes;
    }, PATIENCE);
    return { signal, tell: (share) => (this.#share = share) };
  }

  /** Nothing where it is done. */
  cancel(): void {
    this.#stopping?.abort();
    this.#stopping = null;
    this.#nodes = null;
  }
}
