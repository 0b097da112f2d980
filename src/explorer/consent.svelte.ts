import { signal } from './signal';

/** A person's word on addresses of other origins that a link names: nothing is asked of them before. */
export class Consent {
  #foreign = $state.raw<readonly string[]>([]);
  #isGiven = true;
  readonly #answered = signal();

  /** Whether they may be loaded; waits for the person where there are any. */
  async ask(foreign: readonly string[]): Promise<boolean> {
    if (foreign.length === 0) return true;
    this.#foreign = foreign;
    await this.#answered.done;
    return this.#isGiven;
  }

  /** Those that wait for an answer. */
  get foreign(): readonly string[] {
    return this.#foreign;
  }

  answer(isGiven: boolean): void {
    this.#foreign = [];
    this.#isGiven = isGiven;
    this.#answered.give();
  }
}
