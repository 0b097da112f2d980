import type { Condensed } from '../condense';
import { endsOf, type Csr } from '../csr';

/** More are not reduced: the memory grows with the square. */
const MOST_REDUCED = 20_000;

/**
 * The lines among some places that say what no longer way says (transitive reduction, Aho, Garey and Ullman 1972).
 * A cycle is kept whole, and so are all lines between two places of the same two cycles. Null for too many.
 */
export function reducedLines(
  lines: Csr,
  { component, members }: Condensed,
): ((from: number, to: number) => boolean) | null {
  if (members.length > MOST_REDUCED) return null;
  const words = Math.ceil(members.length / 32);
  /** What each component reaches, itself too, a bit a component; components come after all that they reach. */
  const reach = members.map(() => new Uint32Array(words));
  const kept = new Set<number>();
  members.forEach((own, at) => {
    const row = reach[at] as Uint32Array;
    for (const target of targetsOf(own, at, lines, component)) {
      if (((row[target >> 5] as number) >>> (target & 31)) & 1) continue;
      kept.add(at * members.length + target);
      const beyond = reach[target] as Uint32Array;
      for (let word = 0; word < words; word++) row[word] = (row[word] as number) | (beyond[word] as number);
    }
    row[at >> 5] = (row[at >> 5] as number) | (1 << (at & 31));
  });
  return (from, to) => {
    const [source, target] = [component[from] as number, component[to] as number];
    return source === target || kept.has(source * members.length + target);
  };
}

/** Components that lines lead to from one, those nearest to it in the order of dependency first. */
function targetsOf(own: readonly number[], at: number, lines: Csr, component: Int32Array): number[] {
  const targets = new Set<number>();
  for (const place of own)
    for (const end of endsOf(lines, place)) {
      const target = component[end] as number;
      if (target !== -1 && target !== at) targets.add(target);
    }
  return [...targets].sort((a, b) => b - a);
}
