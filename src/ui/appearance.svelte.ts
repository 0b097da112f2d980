import { MediaQuery } from 'svelte/reactivity';

export type Choice = 'system' | 'light' | 'dark';

const CHOICES: readonly Choice[] = ['system', 'light', 'dark'];
const KEPT = 'corollary:theme';

/** Light or dark: as the system has it, or as the person chose; the choice is kept on this machine. */
export class Appearance {
  #choice = $state<Choice>(kept());
  readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark');
  readonly theme = $derived(
    this.#choice === 'system' ? (this.#prefersDark.current ? 'dark' : 'light') : this.#choice,
  );

  get choice(): Choice {
    return this.#choice;
  }

  choose(choice: Choice): void {
    this.#choice = choice;
    try {
      localStorage.setItem(KEPT, choice);
    } catch {
      // Without storage the choice holds for this visit.
    }
  }

  next(): void {
    this.choose(CHOICES[(CHOICES.indexOf(this.#choice) + 1) % CHOICES.length] ?? 'system');
  }
}

function kept(): Choice {
  try {
    const text = localStorage.getItem(KEPT);
    return CHOICES.find((choice) => choice === text) ?? 'system';
  } catch {
    return 'system';
  }
}
