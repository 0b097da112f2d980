/** Nodes that are drawn without asking. */
const MOST_UNASKED = 5000;

/** A person's word on pictures that take long to arrange and are hard to read. */
export class LargePictures {
  #asked = $state.raw<number | null>(null);
  /** What was agreed to once is not asked again. */
  #agreed = MOST_UNASKED;
  #answer: (isAgreed: boolean) => void = () => undefined;

  /** The nodes of the picture that waits for an answer. */
  get asked(): number | null {
    return this.#asked;
  }

  /** Whether so many may be drawn; asks where nobody said so. Of several that wait only the last is asked for. */
  async agree(nodes: number): Promise<boolean> {
    if (nodes <= this.#agreed) return true;
    this.#answer(false);
    const answered = new Promise<boolean>((resolve) => (this.#answer = resolve));
    this.#asked = nodes;
    const isAgreed = await answered;
    if (isAgreed) this.#agreed = Math.max(this.#agreed, nodes);
    return isAgreed;
  }

  answer(isAgreed: boolean): void {
    this.#asked = null;
    this.#answer(isAgreed);
  }

  /** Whoever asks by a script means it. */
  allow(): void {
    this.#agreed = Infinity;
  }
}
