/** Something a person should know that is not an error of theirs: shown until dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

export class Notices {
  #all = $state.raw<readonly Notice[]>([]);

  get all(): readonly Notice[] {
    return this.#all;
  }

  /** What is shown already is not said twice. */
  say(text: string): void {
    if (this.#all.some((notice) => notice.text === text)) return;
    this.#all = [...this.#all, { id: (this.#all.at(-1)?.id ?? 0) + 1, text }];
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }
}
