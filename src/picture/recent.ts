/** The last few results by key, also those still being made; one that failed is made anew. */
export class Recent<Result> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<Result>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<Result>): Promise<Result> {
    const result = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, result);
    result.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return result;
  }
}
