import { compareNames, compareText, schemeOf, type Alias, type Scheme } from '../model';

/** A work has at most one id of each of these; Pith Numbers (one a version) and local ids may be many. */
const ONE_OF: readonly Scheme[] = ['arxiv', 'doi', 'openalex', 'pith_work'];

interface Union {
  readonly rank: number;
  readonly names: readonly number[];
}

export interface Conflict {
  readonly kept: Alias;
  readonly apart: Alias;
}

/**
 * Which names belong to one work. The answer depends only on the set of statements, not on their order: where
 * uniting all would give a work two ids of one scheme, that group's statements are applied in a fixed order and
 * those that would fuse two such works are left out and reported.
 */
export class Names {
  readonly aliases: Alias[] = [];
  readonly #index = new Map<Alias, number>();
  readonly #unions = new Map<string, Union>();
  #work: number[] = [];
  conflicts: Conflict[] = [];

  /** The number of a name, given out on first sight. */
  of(name: Alias): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const id = this.aliases.push(name) - 1;
    this.#index.set(name, id);
    return id;
  }

  unite(names: readonly number[], rank: number): void {
    if (names.length < 2) return;
    const sorted = [...new Set(names)].sort((a, b) => compareNames(this.#alias(a), this.#alias(b)));
    const key = sorted.map((name) => this.#alias(name)).join('\n');
    const known = this.#unions.get(key);
    if (!known || known.rank > rank) this.#unions.set(key, { rank, names: sorted });
  }

  /** The work of a name, as its smallest name's number. */
  workOf(name: number): number {
    return this.#work[name] ?? name;
  }

  /** Settles all statements; returns the names whose work is another than before, with the work they had. */
  settle(): Map<number, number> {
    const parent = this.aliases.map((_, name) => name);
    for (const { names } of this.#unions.values())
      for (const name of names) join(parent, names[0] ?? name, name);
    this.conflicts = [];
    for (const unions of this.#unionsInConflict(parent)) this.#separate(parent, unions);
    const before = this.#work;
    this.#work = parent.map((_, name) => root(parent, name));
    const moved = new Map<number, number>();
    before.forEach((work, name) => {
      if (work !== this.#work[name]) moved.set(name, work);
    });
    return moved;
  }

  #alias(name: number): Alias {
    return this.aliases[name] as Alias;
  }

  #groupsInConflict(parent: number[]): Set<number> {
    const seen = new Map<string, number>();
    const groups = new Set<number>();
    for (const { names } of this.#unions.values()) {
      for (const name of names) {
        const scheme = schemeOf(this.#alias(name));
        if (!ONE_OF.includes(scheme)) continue;
        const group = root(parent, name);
        const key = `${group} ${scheme}`;
        const other = seen.get(key);
        if (other === undefined) seen.set(key, name);
        else if (other !== name) groups.add(group);
      }
    }
    return groups;
  }

  #unionsInConflict(parent: number[]): Iterable<[key: string, union: Union][]> {
    const groups = this.#groupsInConflict(parent);
    const unions = new Map<number, [string, Union][]>([...groups].map((group) => [group, []]));
    for (const entry of this.#unions) unions.get(root(parent, entry[1].names[0] ?? 0))?.push(entry);
    return [...unions.values()];
  }

  #separate(parent: number[], unions: [key: string, union: Union][]): void {
    unions.sort(([keyA, a], [keyB, b]) => a.rank - b.rank || compareText(keyA, keyB));
    const members = new Set(unions.flatMap(([, union]) => union.names));
    for (const name of members) parent[name] = name;
    const taken = new Map<number, Map<Scheme, number>>();
    for (const name of members) taken.set(name, new Map([[schemeOf(this.#alias(name)), name]]));
    for (const [, { names }] of unions)
      for (const name of names) this.#joinApart(parent, taken, names[0] ?? name, name);
  }

  #joinApart(parent: number[], taken: Map<number, Map<Scheme, number>>, a: number, b: number): void {
    const [rootA, rootB] = [root(parent, a), root(parent, b)];
    if (rootA === rootB) return;
    const [idsA, idsB] = [taken.get(rootA), taken.get(rootB)];
    if (!idsA || !idsB) return;
    const clash = ONE_OF.find((scheme) => idsA.has(scheme) && idsB.has(scheme));
    if (clash) {
      this.conflicts.push({ kept: this.#alias(a), apart: this.#alias(b) });
      return;
    }
    join(parent, a, b);
    taken.set(root(parent, a), new Map([...idsA, ...idsB]));
  }
}

function root(parent: number[], name: number): number {
  let at = name;
  for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
    parent[at] = parent[up] ?? up;
    at = up;
  }
  return at;
}

function join(parent: number[], a: number, b: number): void {
  const [rootA, rootB] = [root(parent, a), root(parent, b)];
  if (rootA < rootB) parent[rootB] = rootA;
  else parent[rootA] = rootB;
}
