import { describeFailure } from '../model';
import type { Notices } from './notices.svelte';

/** The answer to the question that was asked last; those asked before are dropped when they come. */
export class Latest<Answer> {
  #value = $state.raw<Answer | null>(null);
  #isWorking = $state(false);
  readonly #notices: Notices;
  #runs = 0;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** Of the last question that was answered; null before the first, or where there is none. */
  get value(): Answer | null {
    return this.#value;
  }

  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Does not reject: what goes wrong becomes a notice, and the answer before stays. */
  async ask(work: (() => Promise<Answer>) | null): Promise<void> {
    const run = ++this.#runs;
    if (!work) {
      this.#value = null;
      this.#isWorking = false;
      return;
    }
    this.#isWorking = true;
    try {
      const answer = await work();
      if (run === this.#runs) this.#value = answer;
    } catch (failure) {
      if (run === this.#runs) this.#notices.say(describeFailure(failure));
    } finally {
      if (run === this.#runs) this.#isWorking = false;
    }
  }
}
