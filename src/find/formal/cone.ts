import type { ConeShape } from '../../model';
import { condense } from '../condense';
import { endsOf, hasLine, type Csr } from '../csr';
import { placesIn, stepsFrom } from '../reach';
import { reducedLines } from './reduction';
import type { Statements, Through, Uses } from './statements';

export interface ConeQuestion {
  /** The node number of a formal statement. */
  readonly theorem: number;
  /** As in a View's cone. */
  readonly shape: ConeShape;
  readonly through: Through;
  /** Without the lines that longer ways say too. */
  readonly reduced: boolean;
}

export interface Cone {
  /** Node numbers by steps, then by id; what was asked of is not among them. */
  readonly nodes: readonly number[];
  readonly steps: readonly number[];
  /** Uses among these and what was asked of, as node numbers. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How many lines there are when none is left out. */
  readonly lines: number;
  /** How many of all lines rest only on uses of which no site is told, and how many nodes are there only by such. */
  readonly untold: number;
  readonly onlyUntold: number;
  /** Statements that use each other in a circle: node numbers of each circle. */
  readonly cycles: readonly (readonly number[])[];
  /** False where there are too many statements to leave lines out. */
  readonly isReduced: boolean;
}

const NOTHING: Cone = {
  ...{ nodes: [], steps: [], from: [], to: [], untold: 0, onlyUntold: 0, lines: 0, cycles: [] },
  isReduced: true,
};

export function cone(statements: Statements, { theorem, shape, through, reduced }: ConeQuestion): Cone {
  const start = statements.placeOf(theorem);
  if (start === null) return NOTHING;
  const way = shape === 'review' ? 'review' : through;
  const [{ down }, { down: told }] = [statements.uses(way), statements.told(way)];
  const stepsAlong = (lines: Uses) => stepsFrom(shape === 'up' ? lines.up : lines.down, [start]);
  const isWhole = shape === 'library';
  const steps = isWhole ? stepsInLibrary(statements, start) : stepsAlong(statements.uses(way));
  const isTold = isWhole ? steps : stepsAlong(statements.told(way));
  const inside = placesIn(steps);
  const condensed = condense(down, inside);
  const all = pairsAmong(down, inside, steps);
  const isKept = reduced ? reducedLines(down, condensed) : null;
  const kept = isKept ? all.filter(([from, to]) => isKept(from, to)) : all;
  const order = inside
    .filter((place) => place !== start)
    .sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
  return {
    nodes: statements.nodesAt(order),
    steps: order.map((place) => steps[place] as number),
    from: kept.map(([from]) => statements.nodeAt(from)),
    to: kept.map(([, to]) => statements.nodeAt(to)),
    lines: all.length,
    untold: all.filter(([from, to]) => !hasLine(told, from, to)).length,
    onlyUntold: order.filter((place) => isTold[place] === -1).length,
    cycles: condensed.members
      .filter((members) => members.length > 1)
      .map((members) => statements.nodesAt(members)),
    isReduced: !reduced || isKept !== null,
  };
}

/** All of its library are one step away. */
function stepsInLibrary(statements: Statements, start: number): Int32Array {
  const library = statements.libraryOf(start);
  return Int32Array.from({ length: statements.count }, (_, place) =>
    place === start ? 0 : statements.libraryOf(place) === library ? 1 : -1,
  );
}

function pairsAmong(lines: Csr, places: readonly number[], steps: Int32Array): (readonly [number, number])[] {
  return places.flatMap((from) =>
    Array.from(endsOf(lines, from))
      .filter((to) => steps[to] !== -1)
      .map((to) => [from, to] as const),
  );
}
