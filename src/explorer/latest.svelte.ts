import { describeFailure, isCancelled } from '../model';
import type { Notices } from './notices.svelte';

/** The answer to the question that was asked last; those asked before are dropped when they come. */
export class Latest<Answer> {
  #value = $state.raw<Answer | null>(null);
  #isWorking = $state(false);
  #isStopped = $state(false);
  readonly #notices: Notices;
  /** What was asked last, as JSON; the same is not asked twice. */
  #question: string | null = null;

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

  /** The last question was cancelled: there is no answer to it. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * `question` is all that the answer depends on, as plain data; no work means that there is nothing to ask. Does not
   * reject: what goes wrong becomes a notice, the answer before stays, and the same may be asked again.
   */
  async ask(question: unknown, work: (() => Promise<Answer>) | null): Promise<void> {
    const asked = work && JSON.stringify(question);
    if (asked !== null && asked === this.#question) return;
    this.#question = asked;
    this.#isStopped = false;
    if (!work) {
      this.#value = null;
      this.#isWorking = false;
      return;
    }
    this.#isWorking = true;
    try {
      const answer = await work();
      if (asked !== this.#question) return;
      this.#value = answer;
      this.#isWorking = false;
    } catch (failure) {
      if (asked !== this.#question) return;
      this.#question = null;
      this.#isWorking = false;
      this.#isStopped = isCancelled(failure);
      if (!this.#isStopped) this.#notices.say(describeFailure(failure));
    }
  }
}
