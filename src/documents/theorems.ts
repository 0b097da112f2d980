import { USE_SITES, type Alias, type UseSite } from '../model';
import type { Facts, TheoremFact } from './facts';
import { shown } from './fields';
import { withIds, type Declared } from './lean-ids';
import { stageOf } from './stage';
import type { Problems } from './problems';

interface TheoremRow extends Partial<Omit<TheoremFact, 'id' | 'pointer'>> {
  readonly id?: string;
  readonly pointer: string;
}

interface UseRow {
  readonly theorem?: string;
  readonly uses?: string;
  readonly site?: string;
  readonly pointer: string;
}

interface LinkRow {
  readonly work: Alias;
  readonly theorem: string;
  readonly claim?: string;
  readonly relation?: string;
  readonly scope?: string;
  readonly source?: string;
  readonly pointer: string;
}

/** Of a theorem that is named and of which nothing is said. */
export const NOTHING_SAID = {
  ...{
    aliases: [],
    lean: [],
    title: null,
    module: null,
    kind: null,
    status: null,
    stage: null,
    axioms: null,
  },
  ...{ statement: null, sorry: null, line: null, url: null },
} as const;

/**
 * The formal rows of a collection. They are held until its end, because links and uses name theorems by row ids
 * that may come later, and public ids depend on all declarations of a library.
 */
export class Theorems {
  readonly #facts: Facts;
  readonly #problems: Problems;
  readonly #rows: TheoremRow[] = [];
  readonly #uses: UseRow[] = [];
  readonly #links: LinkRow[] = [];
  readonly #publicIds = new Map<string, string>();

  constructor(facts: Facts, problems: Problems) {
    this.#facts = facts;
    this.#problems = problems;
  }

  add(row: TheoremRow): void {
    this.#rows.push(row);
  }

  addUse(row: UseRow): void {
    this.#uses.push(row);
  }

  addLink(row: LinkRow): void {
    this.#links.push(row);
  }

  finish(collection: string): void {
    for (const { row, id } of withIds(this.#declared(collection))) this.#write(row, id);
    for (const use of this.#uses) this.#writeUse(use);
    for (const link of this.#links) this.#writeLink(link, collection);
  }

  *#declared(collection: string): Generator<TheoremRow & Declared> {
    for (const row of this.#rows) {
      const declaration = row.declaration ?? row.id;
      if (declaration === undefined)
        this.#problems.error(row.pointer, 'This theorem has no declaration; it was left out.');
      else yield { ...row, library: row.library ?? collection, declaration };
    }
  }

  #write(row: TheoremRow & Declared, id: string): void {
    const { pointer, status = null, sorry = null } = row;
    this.#facts.theorems.push({
      ...NOTHING_SAID,
      ...row,
      ...{ id, status, sorry, stage: stageOf(status, sorry) },
    });
    this.#name(row.id, id, pointer);
    this.#publicIds.set(id, id);
  }

  #name(rowId: string | undefined, publicId: string, pointer: string): void {
    if (rowId === undefined) return;
    if (this.#publicIds.has(rowId) && this.#publicIds.get(rowId) !== publicId) {
      this.#problems.warning(
        pointer,
        `Two theorems have the id ${shown(rowId)}; links to it mean the first.`,
      );
    } else this.#publicIds.set(rowId, publicId);
  }

  #writeUse({ theorem, uses, site = 'unknown', pointer }: UseRow): void {
    const from = this.#resolve(theorem, pointer);
    const to = from === null ? null : this.#resolve(uses, pointer);
    if (from === null || to === null) return;
    const isKnown = USE_SITES.includes(site as UseSite);
    if (!isKnown)
      this.#problems.warning(
        pointer,
        `The site is ${shown(site)}, none of ${USE_SITES.join(', ')}; it counts as unknown.`,
      );
    this.#facts.theoremUses.push({
      theorem: from,
      uses: to,
      site: isKnown ? (site as UseSite) : 'unknown',
      pointer,
    });
  }

  #writeLink(link: LinkRow, collection: string): void {
    const theorem = this.#resolve(link.theorem, link.pointer);
    if (theorem === null) return;
    this.#facts.theoremLinks.push({
      work: link.work,
      theorem,
      claimId: link.claim ?? null,
      relation: link.relation ?? null,
      scope: link.scope ?? null,
      source: link.source ?? `the collection ${collection}`,
      pointer: link.pointer,
    });
  }

  /** A row's id, or a public id (`lean:<library>/<declaration>`), which may be of a theorem stated elsewhere. */
  #resolve(stated: string | undefined, pointer: string): string | null {
    const known = stated === undefined ? undefined : this.#publicIds.get(stated);
    if (known !== undefined) return known;
    const parts = /^lean:(.+)\/([^/]+)$/.exec(stated ?? '');
    if (!parts?.[1] || !parts[2] || stated === undefined) {
      const what =
        stated === undefined
          ? 'The row names no theorem'
          : `No theorem of this collection has the id ${shown(stated)}`;
      this.#problems.error(pointer, `${what}; the row was left out.`);
      return null;
    }
    const names = { id: stated, library: parts[1], declaration: parts[2] };
    this.#facts.theorems.push({ ...NOTHING_SAID, ...names, pointer });
    this.#publicIds.set(stated, stated);
    return stated;
  }
}
