import { compareText } from '../model';
import type { TheoremFact } from '../documents';
import { addRow } from './columns';
import type { Draft } from './draft';

/** The fullest statement of each theorem, and the number it was given. */
export class TheoremBook {
  readonly #theorems = new Map<string, { readonly id: number; readonly fact: TheoremFact }>();

  /** Writes what a Draft says better than was known, and puts numbers for theorem ids; the numbers written again. */
  settle(draft: Draft): number[] {
    const changed = new Map<string, number>();
    const replaced: number[] = [];
    for (const { fact, document } of draft.theorems) {
      const known = this.#theorems.get(fact.id);
      if (known && !isFuller(fact, known.fact)) continue;
      const id = known?.id ?? this.#theorems.size + 1;
      if (known && !changed.has(fact.id)) replaced.push(id);
      this.#theorems.set(fact.id, { id, fact });
      changed.set(fact.id, document);
    }
    for (const [publicId, document] of changed) this.#write(draft, publicId, document);
    this.#number(draft);
    return replaced;
  }

  #write({ tables }: Draft, publicId: string, document: number): void {
    const theorem = this.#theorems.get(publicId);
    if (!theorem) return;
    addRow(tables, 'theorems', {
      theorem_id: theorem.id,
      public_id: publicId,
      ...theorem.fact,
      document_id: document,
    });
  }

  #number({ tables, linkTheorems, useFrom, useTo }: Draft): void {
    const number = (id: string) => this.#theorems.get(id)?.id ?? 0;
    tables.theorem_links.theorem_id = linkTheorems.map(number);
    tables.theorem_uses.theorem_id = useFrom.map(number);
    tables.theorem_uses.uses = useTo.map(number);
  }
}

function isFuller(a: TheoremFact, b: TheoremFact): boolean {
  const filled = (fact: TheoremFact) => Object.values(fact).filter((value) => value !== null).length;
  const more = filled(a) - filled(b);
  return more > 0 || (more === 0 && compareText(JSON.stringify(a), JSON.stringify(b)) < 0);
}
