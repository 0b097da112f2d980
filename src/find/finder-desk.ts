import type { FormalRows, LineRows, NodeRows, TextRows } from '../queries';
import { Finder } from './finder';

/** What can be asked of what is loaded. */
export type Verb = Exclude<keyof Finder, 'addLines' | 'addTexts'>;
export type Question<V extends Verb> = Parameters<Finder[V]>[0];
export type Answer<V extends Verb> = ReturnType<Finder[V]>;

export type Asked =
  | { readonly verb: 'load'; readonly rows: NodeRows; readonly formal: FormalRows }
  | { readonly verb: 'addLines'; readonly rows: LineRows }
  | { readonly verb: 'addTexts'; readonly rows: TextRows }
  | { [V in Verb]: { readonly verb: V; readonly question: Question<V> } }[Verb];

/** The worker's end: what is loaded, in place of what was before. */
export class FinderDesk {
  #finder: Finder | null = null;

  answer(asked: Asked): unknown {
    if (asked.verb === 'load') {
      this.#finder = new Finder(asked.rows, asked.formal);
      return null;
    }
    if (!this.#finder) throw new Error('Nothing is loaded yet.');
    if (asked.verb === 'addLines') {
      this.#finder.addLines(asked.rows);
      return null;
    }
    if (asked.verb === 'addTexts') {
      this.#finder.addTexts(asked.rows);
      return null;
    }
    const verbs = this.#finder as unknown as Record<Verb, (question: unknown) => unknown>;
    return verbs[asked.verb](asked.question);
  }
}
