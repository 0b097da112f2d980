import { stepsFrom } from '../reach';
import type { Statements } from './statements';

export interface SharingQuestion {
  /** Node numbers of formal statements, or of works: of these the statements tied to them. */
  readonly nodes: readonly number[];
}

export interface SharingWork {
  readonly node: number;
  /** Steps from what was asked of to the nearest statement that the work is tied to; 0 is one of them. */
  readonly steps: number;
  /** That statement: a node number. */
  readonly theorem: number;
  /** How many statements of the cone the work is tied to. */
  readonly shared: number;
}

export interface Sharing {
  /** Works tied to what these rest on, the nearest first, then with the most, then by node number. */
  readonly works: readonly SharingWork[];
  /** How many statements were asked of, and how many they rest on. */
  readonly statements: number;
  readonly below: number;
}

/** Which works share a theorem, or something that it rests on. */
export function sharing(statements: Statements, { nodes }: SharingQuestion): Sharing {
  const asked = new Set(nodes);
  const starts = new Set(nodes.map((node) => statements.placeOf(node)).filter((place) => place !== null));
  for (const [work, place] of statements.ties()) if (asked.has(work)) starts.add(place);
  const steps = stepsFrom(statements.uses('proof').down, [...starts]);
  const works = new Map<number, { steps: number; place: number; shared: number }>();
  for (const [work, place] of statements.ties()) {
    const at = steps[place] as number;
    if (at === -1 || asked.has(work)) continue;
    const known = works.get(work) ?? { steps: at, place, shared: 0 };
    known.shared += 1;
    if (at < known.steps || (at === known.steps && place < known.place))
      Object.assign(known, { steps: at, place });
    works.set(work, known);
  }
  return {
    works: [...works]
      .map(([node, { place, ...found }]) => ({ node, theorem: statements.nodeAt(place), ...found }))
      .sort((a, b) => a.steps - b.steps || b.shared - a.shared || a.node - b.node),
    statements: starts.size,
    below: steps.filter((at) => at > 0).length,
  };
}
