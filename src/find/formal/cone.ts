import type { ConeShape } from '../../model';
import { condense } from '../condense';
import { csrOf, endsOf, hasLine, type Csr } from '../csr';
import { stepsFrom } from '../reach';
import { reducedLines } from './reduction';
import type { Statements, Through } from './statements';

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
  /** How many of these lines rest only on uses of which no site is told. */
  readonly untold: number;
  /** How many nodes are there only by such lines. */
  readonly onlyUntold: number;
  /** How many lines there are when none is left out. */
  readonly lines: number;
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
  const down = shape === 'review' ? reviewLines(statements) : statements.uses(through).down;
  const way = shape === 'up' ? statements.uses(through).up : down;
  const steps = shape === 'library' ? stepsInLibrary(statements, start) : stepsFrom(way, [start]);
  const inside = [...steps.keys()].filter((place) => steps[place] !== -1);
  const isKept = reduced ? reducedLines(down, inside) : null;
  const all = pairsAmong(down, inside, steps);
  const kept = isKept ? all.filter(([from, to]) => isKept(from, to)) : all;
  const told = toldLines(statements, down, (place) =>
    shape === 'review' ? (statements.isDefinition(place) ? 'proof' : 'statement') : through,
  );
  const isTold = shape === 'library' ? steps : stepsFrom(shape === 'up' ? told.up : told.down, [start]);
  const order = inside
    .filter((place) => place !== start)
    .sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
  return {
    nodes: statements.nodesAt(order),
    steps: order.map((place) => steps[place] as number),
    from: kept.map(([from]) => statements.nodeAt(from)),
    to: kept.map(([, to]) => statements.nodeAt(to)),
    untold: kept.filter(([from, to]) => !hasLine(told.down, from, to)).length,
    onlyUntold: order.filter((place) => isTold[place] === -1).length,
    lines: all.length,
    cycles: condense(down, inside)
      .members.filter((members) => members.length > 1)
      .map((members) => statements.nodesAt(members)),
    isReduced: !reduced || isKept !== null,
  };
}

/**
 * What a reader must check to trust a theorem's statement: what the statement uses; of a definition among that, all it
 * is made of; of a theorem, what its own statement uses. Proofs are checked by Lean, and need not be read.
 */
function reviewLines(statements: Statements): Csr {
  const [inStatement, all] = [statements.uses('statement').down, statements.uses('proof').down];
  const from: number[] = [];
  const to: number[] = [];
  for (let place = 0; place < statements.count; place++) {
    for (const end of endsOf(statements.isDefinition(place) ? all : inStatement, place)) {
      from.push(place);
      to.push(end);
    }
  }
  return csrOf({ from: Int32Array.from(from), to: Int32Array.from(to) }, statements.count);
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

/** The lines that at least one use with a told site makes. */
function toldLines(
  statements: Statements,
  lines: Csr,
  through: (place: number) => Through,
): { down: Csr; up: Csr } {
  const from: number[] = [];
  const to: number[] = [];
  for (let place = 0; place < statements.count; place++)
    for (const end of endsOf(lines, place))
      if (hasLine(statements.told(through(place)), place, end)) {
        from.push(place);
        to.push(end);
      }
  const pairs = [Int32Array.from(from), Int32Array.from(to)] as const;
  return {
    down: csrOf({ from: pairs[0], to: pairs[1] }, statements.count),
    up: csrOf({ from: pairs[1], to: pairs[0] }, statements.count),
  };
}
