import type { UseSite } from '../model';
import type { Facts } from './facts';
import type { Problems } from './problems';

/** A name that lines lead to or from, of which a document states nothing. */
export interface Missing {
  readonly name: string;
  lines: number;
  /** Of the first of these lines. */
  readonly pointer: string;
}

/** Uses between things of one document. A line of which an end is missing is counted and not written. */
export class UsesWithin {
  readonly #ids: ReadonlyMap<string, string>;
  readonly #facts: Facts;
  readonly #missing = new Map<string, Missing>();

  /** Public ids by the names that lines use. */
  constructor(ids: ReadonlyMap<string, string>, facts: Facts) {
    this.#ids = ids;
    this.#facts = facts;
  }

  add(
    user: string,
    used: string,
    { site, pointer }: { readonly site: UseSite; readonly pointer: string },
  ): void {
    const theorem = this.#ids.get(user);
    const uses = this.#ids.get(used);
    if (theorem === undefined) this.#miss(user, pointer);
    else if (uses === undefined) this.#miss(used, pointer);
    else this.#facts.theoremUses.push({ theorem, uses, site, pointer });
  }

  /** In the order in which they were met. */
  get missing(): readonly Missing[] {
    return [...this.#missing.values()];
  }

  #miss(name: string, pointer: string): void {
    const known = this.#missing.get(name);
    if (known) known.lines++;
    else this.#missing.set(name, { name, lines: 1, pointer });
  }
}

/** `12 lines`, `1 line`. */
export function inLines(count: number): string {
  return count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`;
}

/** One note on all that is missing, where it is usual that lines lead out of a document. */
export function noteMissing(missing: readonly Missing[], problems: Problems): void {
  const [first] = missing;
  if (!first) return;
  const lines = missing.reduce((sum, one) => sum + one.lines, 0);
  problems.note(
    first.pointer,
    `Left out: ${inLines(lines)} to names that this document does not state (${missing.length.toLocaleString('en')} of them).`,
  );
}
