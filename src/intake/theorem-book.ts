import { compareText } from '../model';
import type { TheoremFact } from '../documents';
import { addRow } from './columns';
import type { Draft } from './draft';

interface Known {
  readonly id: number;
  fact: TheoremFact;
  /** Of the document that says it. */
  document: number;
  readonly lean: Set<string>;
}

/** The fullest statement of each theorem, and the number it was given. */
export class TheoremBook {
  /** By every id of it. */
  readonly #theorems = new Map<string, Known>();
  #count = 0;

  /** Writes what a Draft says better than was known, and puts numbers for theorem ids; the numbers written again. */
  settle(draft: Draft): number[] {
    const before = this.#count;
    const changed = new Set<Known>();
    for (const { fact, document } of draft.theorems) {
      const known = this.#known(fact);
      const lean = known?.lean.size ?? 0;
      const theorem = known ?? { id: ++this.#count, fact, document, lean: new Set() };
      for (const name of fact.lean) theorem.lean.add(name);
      if (known && isFuller(fact, known.fact)) Object.assign(known, { fact, document });
      for (const id of [fact.id, ...fact.aliases])
        if (!this.#theorems.has(id)) this.#theorems.set(id, theorem);
      if (theorem.fact === fact || theorem.lean.size > lean) changed.add(theorem);
    }
    for (const theorem of changed) write(draft, theorem, this.#aliasesOf(theorem));
    this.#number(draft);
    return [...changed].map(({ id }) => id).filter((id) => id <= before);
  }

  /** What one of its ids names already. */
  #known({ id, aliases }: TheoremFact): Known | undefined {
    return [id, ...aliases].map((name) => this.#theorems.get(name)).find((known) => known !== undefined);
  }

  #aliasesOf(theorem: Known): string[] {
    return theorem.fact.aliases.filter((alias) => this.#theorems.get(alias) === theorem);
  }

  #number({ tables, linkTheorems, useFrom, useTo }: Draft): void {
    const number = (id: string) => this.#theorems.get(id)?.id ?? 0;
    tables.theorem_links.theorem_id = linkTheorems.map(number);
    tables.theorem_uses.theorem_id = useFrom.map(number);
    tables.theorem_uses.uses = useTo.map(number);
  }
}

function write({ tables }: Draft, { id, fact, document, lean }: Known, aliases: readonly string[]): void {
  addRow(tables, 'theorems', {
    ...fact,
    theorem_id: id,
    public_id: fact.id,
    axioms: fact.axioms === null ? null : [...fact.axioms].sort(compareText).join(' '),
    document_id: document,
  });
  for (const alias of new Set([...aliases, ...lean]))
    addRow(tables, 'theorem_names', { theorem_id: id, alias });
}

function isFuller(a: TheoremFact, b: TheoremFact): boolean {
  const filled = (fact: TheoremFact) => Object.values(fact).filter((value) => value !== null).length;
  const more = filled(a) - filled(b);
  return more > 0 || (more === 0 && compareText(JSON.stringify(a), JSON.stringify(b)) < 0);
}
