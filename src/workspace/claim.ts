/** A tab that is just being closed needs a moment to let go: a reload meets its own former self. */
const PATIENCE = 500;

/** A workspace is held by one tab at a time; the others wait in line. */
export class Claim {
  #isHeld = false;
  readonly held: Promise<void>;
  readonly #answered: Promise<void>;

  constructor(name: string) {
    this.held = new Promise((resolve) => {
      const take = () => {
        this.#isHeld = true;
        resolve();
        // Held for as long as the tab lives.
        return new Promise<never>(() => undefined);
      };
      void navigator.locks.request(name, take);
    });
    this.#answered = Promise.race([this.held, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /** Whether this tab holds it now. */
  async isHeld(): Promise<boolean> {
    await this.#answered;
    return this.#isHeld;
  }
}
