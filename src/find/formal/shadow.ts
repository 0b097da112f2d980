import { stepsFrom } from '../reach';
import type { Statements } from './statements';

export interface ShadowQuestion {
  /** `sorry`, or the name of an axiom. */
  readonly of: string;
}

export interface Shadow {
  /** Statements that contain it, then what rests on these: node numbers by steps, then by id. */
  readonly nodes: readonly number[];
  readonly steps: readonly number[];
  /** Works tied to any of these; `all` of the statements tied to it are among them, or only some. */
  readonly works: readonly { readonly node: number; readonly tied: number; readonly within: number }[];
}

/** What can be asked for, with how many statements contain it. */
export interface ShadowCaster {
  readonly of: string;
  readonly statements: number;
}

/** Where `sorry` or an axiom reaches, across libraries and works. */
export function shadow(statements: Statements, { of }: ShadowQuestion): Shadow {
  const starts = placesOf(statements).filter((place) => castersOf(statements, place).includes(of));
  const steps = stepsFrom(statements.uses('proof').up, starts);
  const order = placesOf(statements)
    .filter((place) => steps[place] !== -1)
    .sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
  const works = new Map<number, { tied: number; within: number }>();
  for (const [work, place] of statements.ties()) {
    const known = works.get(work) ?? { tied: 0, within: 0 };
    known.tied += 1;
    if (steps[place] !== -1) known.within += 1;
    works.set(work, known);
  }
  return {
    nodes: statements.nodesAt(order),
    steps: order.map((place) => steps[place] as number),
    works: [...works]
      .filter(([, { within }]) => within > 0)
      .map(([node, counts]) => ({ node, ...counts }))
      .sort((a, b) => b.within / b.tied - a.within / a.tied || b.within - a.within || a.node - b.node),
  };
}

/** `sorry` first, then axioms by how many statements use them. */
export function shadowCasters(statements: Statements): readonly ShadowCaster[] {
  const counts = new Map<string, number>();
  for (const place of placesOf(statements))
    for (const name of castersOf(statements, place)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([of, count]) => ({ of, statements: count }))
    .sort(
      (a, b) =>
        Number(b.of === 'sorry') - Number(a.of === 'sorry') ||
        b.statements - a.statements ||
        (a.of < b.of ? -1 : 1),
    );
}

function castersOf(statements: Statements, place: number): readonly string[] {
  const axioms = statements.axiomsOf(place);
  return statements.stateOf(place) === 'sorry' ? ['sorry', ...axioms] : axioms;
}

function placesOf({ count }: Statements): number[] {
  return Array.from({ length: count }, (_, place) => place);
}
