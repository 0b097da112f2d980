/** How long the questions of one text took: milliseconds, waiting for others before them included. */
export interface QueryTime {
  readonly sql: string;
  readonly runs: number;
  readonly total: number;
  readonly longest: number;
}

/** Texts of questions are ours and few; what a person writes is asked elsewhere. */
const MOST_TEXTS = 300;

export class Timings {
  readonly #times = new Map<string, QueryTime>();

  async time<Answer>(sql: string, ask: () => Promise<Answer>): Promise<Answer> {
    const start = performance.now();
    try {
      return await ask();
    } finally {
      this.#add(sql, performance.now() - start);
    }
  }

  /** Those that took most come first. */
  list(): QueryTime[] {
    return [...this.#times.values()].sort((a, b) => b.total - a.total);
  }

  #add(sql: string, took: number): void {
    const before = this.#times.get(sql);
    if (!before && this.#times.size >= MOST_TEXTS) return;
    const { runs = 0, total = 0, longest = 0 } = before ?? {};
    this.#times.set(sql, {
      sql,
      runs: runs + 1,
      total: total + took,
      longest: Math.max(longest, took),
    });
  }
}
