export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something a person should know that is not an error of theirs: shown until dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** What to do about it; whichever is chosen, the notice goes. */
  readonly actions: readonly NoticeAction[];
}

export class Notices {
  #all = $state.raw<readonly Notice[]>([]);

  get all(): readonly Notice[] {
    return this.#all;
  }

  /** What is shown already is not said twice. */
  say(text: string, actions: readonly NoticeAction[] = []): void {
    if (this.#all.some((notice) => notice.text === text)) return;
    this.#all = [...this.#all, { id: (this.#all.at(-1)?.id ?? 0) + 1, text, actions }];
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }
}
