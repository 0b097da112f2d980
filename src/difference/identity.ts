import { SEPARATOR } from '../model';
import type { Snapshot } from './snapshot';

/** Which works of two snapshots are one: those that share a name, directly or by way of others. */
export interface Identity {
  /** The id that a node of either snapshot goes by: that of the later one where it is in it. */
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
}

export function identityOf(before: Snapshot, after: Snapshot): Identity {
  const classes = new Classes();
  for (const { works } of [before, after]) {
    works.id.forEach((id, row) => {
      for (const name of namesOf(works.names[row])) classes.unite(id, name);
    });
  }
  const ids = new Map<string, string>();
  for (const { works } of [after, before]) {
    for (const id of [...works.id].sort()) {
      const root = classes.root(id);
      if (!ids.has(root)) ids.set(root, id);
    }
  }
  return {
    before: idsIn(before, (id) => ids.get(classes.root(id)) ?? id),
    after: idsIn(after, (id) => ids.get(classes.root(id)) ?? id),
  };
}

function namesOf(names: string | null | undefined): string[] {
  return names ? names.split(SEPARATOR) : [];
}

function idsIn({ works, theorems }: Snapshot, of: (id: string) => string): Map<number, string> {
  const ids = new Map<number, string>();
  works.node.forEach((node, row) => ids.set(node, of(works.id[row] ?? '')));
  theorems.node.forEach((node, row) => ids.set(node, theorems.id[row] ?? ''));
  return ids;
}

/** Disjoint sets of names, with halved paths (Tarjan and van Leeuwen 1984). */
class Classes {
  readonly #above = new Map<string, string>();

  root(name: string): string {
    let at = name;
    for (let up = this.#above.get(at); up !== undefined; up = this.#above.get(at)) {
      const further = this.#above.get(up);
      if (further === undefined) return up;
      this.#above.set(at, further);
      at = further;
    }
    return at;
  }

  unite(a: string, b: string): void {
    const [one, other] = [this.root(a), this.root(b)];
    if (one !== other) this.#above.set(one, other);
  }
}
