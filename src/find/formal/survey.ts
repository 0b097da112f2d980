import type { ConeShape } from '../../model';
import { cone, type Cone } from './cone';
import { sharing, type Sharing } from './sharing';
import { standing, type StandingAnswer } from './standing';
import type { Statements, Through } from './statements';

export interface SurveyQuestion {
  readonly theorem: number;
  /** Axioms that may be used. */
  readonly allowed: readonly string[];
}

/** How large a cone is, before it is drawn. */
export interface ConeSize extends Pick<Cone, 'lines' | 'untold' | 'onlyUntold' | 'cycles'> {
  readonly shape: ConeShape;
  readonly through: Through;
  readonly nodes: number;
}

/** All that is told of one statement at a glance. */
export interface Survey {
  readonly standing: StandingAnswer;
  readonly cones: readonly ConeSize[];
  readonly sharing: Sharing;
}

const CONES: readonly (readonly [ConeShape, Through])[] = [
  ['down', 'proof'],
  ['down', 'statement'],
  ['up', 'proof'],
  ['up', 'statement'],
  ['review', 'statement'],
  ['library', 'proof'],
];

/** Null for what is no formal statement. */
export function survey(statements: Statements, { theorem, allowed }: SurveyQuestion): Survey | null {
  const found = standing(statements, { theorem, allowed });
  if (!found) return null;
  const cones = CONES.map(([shape, through]): ConeSize => {
    const { nodes, lines, ...told } = cone(statements, { theorem, shape, through, reduced: false });
    const { untold, onlyUntold, cycles } = told;
    return { shape, through, nodes: nodes.length, lines, untold, onlyUntold, cycles };
  });
  return { standing: found, cones, sharing: sharing(statements, { nodes: [theorem] }) };
}
