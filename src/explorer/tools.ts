import type { View } from '../model';
import type { Corpora } from './corpora.svelte';
import type { Finding } from './finding.svelte';
import type { Library } from './library.svelte';
import type { Notices } from './notices.svelte';
import type { Showing } from './showing.svelte';

/** What a tool stands on. */
export interface Ground {
  /** What is kept is kept for this address. */
  readonly address: string;
  readonly corpora: Pick<Corpora, 'current'>;
  readonly finding: Finding;
  readonly library: Library;
  readonly notices: Notices;
  readonly showing: Showing;
  readonly change: (changes: Partial<View>) => void;
  /** Shows a View that is no step to undo, with this highlighted; null goes back to the one before. */
  readonly present: (view: View | null, lit?: readonly string[]) => Promise<void>;
  /** Shows the View of a link, on its documents: what is missing is named. */
  readonly follow: (link: string) => Promise<void>;
  /** Shows the same View again, of what is loaded and compared now. */
  readonly redraw: () => Promise<void>;
  /** Another tool. */
  readonly tool: <T extends object>(Kind: Tool<T>) => T;
}

export type Tool<T extends object> = new (ground: Ground) => T;

/**
 * What a person does not need for the first picture is loaded later: each a class that is made at its first use, once.
 * It lives longer than the component that made it, so it has getters where others have `$derived`.
 */
export class Tools {
  readonly #made = new Map<unknown, object>();
  readonly #ground: Ground;

  constructor(ground: Omit<Ground, 'tool'>) {
    this.#ground = { ...ground, tool: (Kind) => this.tool(Kind) };
  }

  tool<T extends object>(Kind: Tool<T>): T {
    const made = (this.#made.get(Kind) as T | undefined) ?? new Kind(this.#ground);
    this.#made.set(Kind, made);
    return made;
  }
}
