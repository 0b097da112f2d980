import type { Standing } from '../../model';
import { condense } from '../condense';
import { endsOf } from '../csr';
import { stepsFrom } from '../reach';
import type { OwnState, Statements } from './statements';

export interface StandingQuestion {
  readonly theorem: number;
  /** Axioms that may be used. */
  readonly allowed: readonly string[];
}

export interface Gap {
  readonly node: number;
  readonly steps: number;
  readonly state: OwnState;
  /** Node numbers from what was asked of to the gap: a shortest way, ties by id. */
  readonly path: readonly number[];
}

export interface StandingAnswer {
  readonly own: OwnState;
  readonly standing: Standing;
  /** How many statements are below it in each state. */
  readonly below: Readonly<Partial<Record<OwnState, number>>>;
  /** What is not proved, the nearest first, then by id; at most as many as a list shows. */
  readonly gaps: readonly Gap[];
  /** Axioms that it, or what it rests on, is told to use; with a statement that uses each, the nearest. */
  readonly axioms: readonly {
    readonly name: string;
    readonly isAllowed: boolean;
    readonly node: number;
    readonly steps: number;
  }[];
  /** Whether all axioms it uses are told: of each statement below it, or of itself. */
  readonly tellsAxioms: boolean;
}

const MOST_GAPS = 500;
const GAPS: readonly OwnState[] = ['stated', 'formalised', 'sorry'];

/** Whether everything that a theorem rests on is proved, and where the nearest gaps are. */
export function standing(
  statements: Statements,
  { theorem, allowed }: StandingQuestion,
): StandingAnswer | null {
  const start = statements.placeOf(theorem);
  if (start === null) return null;
  const { down } = statements.uses('proof');
  const { steps, from } = wayDown(statements, start);
  const order = [...steps.keys()]
    .filter((place) => steps[place] !== -1)
    .sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
  const below: Partial<Record<OwnState, number>> = {};
  const gaps: Gap[] = [];
  const axioms = new Map<string, { node: number; steps: number }>();
  for (const place of order) {
    const [state, at] = [statements.stateOf(place), steps[place] as number];
    if (place !== start) below[state] = (below[state] ?? 0) + 1;
    if (GAPS.includes(state) && gaps.length < MOST_GAPS)
      gaps.push({ node: statements.nodeAt(place), steps: at, state, path: pathTo(statements, from, place) });
    for (const name of statements.axiomsOf(place))
      if (!axioms.has(name)) axioms.set(name, { node: statements.nodeAt(place), steps: at });
  }
  const mayUse = new Set(allowed);
  return {
    own: statements.stateOf(start),
    standing: standings(statements, allowed)[start] as Standing,
    below,
    gaps,
    axioms: [...axioms].map(([name, found]) => ({ name, isAllowed: mayUse.has(name), ...found })),
    tellsAxioms:
      statements.tellsAxioms(start) ||
      (endsOf(down, start).length > 0 && order.every((at) => statements.tellsAxioms(at))),
  };
}

/** Of every statement, in their order. */
export function standings(statements: Statements, allowed: readonly string[]): Standing[] {
  const places = Array.from({ length: statements.count }, (_, place) => place);
  const { down } = statements.uses('proof');
  const { component, members } = condense(down, places);
  const mayUse = new Set(allowed);
  const [hasGap, isUntold, hasAxiom] = [0, 1, 2].map(() => new Uint8Array(members.length)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  // Components come after all that they lead to.
  members.forEach((own, at) => {
    for (const place of own) {
      const state = statements.stateOf(place);
      if (GAPS.includes(state)) hasGap[at] = 1;
      if (state === 'unknown') isUntold[at] = 1;
      if (statements.axiomsOf(place).some((name) => !mayUse.has(name))) hasAxiom[at] = 1;
      for (const end of endsOf(down, place)) {
        const target = component[end] as number;
        if (target === at) continue;
        for (const flags of [hasGap, isUntold, hasAxiom]) if (flags[target]) flags[at] = 1;
      }
    }
  });
  return places.map((place) => {
    const [state, at] = [statements.stateOf(place), component[place] as number];
    if (state === 'axiom') return hasAxiom[at] ? 'axiom' : 'proved-all';
    if (state !== 'proved') return state;
    if (hasAxiom[at]) return 'axiom';
    if (hasGap[at]) return 'proved';
    return isUntold[at] ? 'proved-untold' : 'proved-all';
  });
}

function wayDown(statements: Statements, start: number) {
  const { down } = statements.uses('proof');
  const steps = stepsFrom(down, [start]);
  const from = new Map<number, number>();
  const places = [...steps.keys()].filter((place) => steps[place] !== -1);
  for (const place of places)
    for (const end of endsOf(down, place))
      if (steps[end] === (steps[place] as number) + 1 && !from.has(end)) from.set(end, place);
  return { steps, from };
}

function pathTo(statements: Statements, from: ReadonlyMap<number, number>, end: number): number[] {
  const path: number[] = [];
  for (let at: number | undefined = end; at !== undefined; at = from.get(at))
    path.unshift(statements.nodeAt(at));
  return path;
}
