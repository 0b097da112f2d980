import type { LineFacts, LineWord } from '../graph';
import type { ColourRole, LineEnd, LineStyle, TieRelation } from '../model';

/** No two have the same style and end, so that none is told by its colour alone. */
export interface LineLook {
  readonly style: LineStyle;
  /** An arrow where it is not said. */
  readonly end?: LineEnd;
  readonly colour: ColourRole;
}

const LOOKS: Readonly<Record<Exclude<LineWord, 'formal' | 'uses'>, LineLook>> = {
  cites: { style: 'solid', colour: 'line' },
  supports: { style: 'solid', end: 'disc', colour: 'c2' },
  refutes: { style: 'solid', end: 'bar', colour: 'c1' },
  extends: { style: 'solid', end: 'hollow', colour: 'c0' },
  uses_method: { style: 'dashed', end: 'open', colour: 'c5' },
  depends_on: { style: 'dash-dot', colour: 'c6' },
  replaces: { style: 'solid', end: 'double', colour: 'c3' },
  compares: { style: 'dashed', end: 'diamond', colour: 'c4' },
  several: { style: 'dash-dot', end: 'diamond', colour: 'muted' },
  claim: { style: 'solid', end: 'none', colour: 'line' },
  contains: { style: 'dotted', end: 'none', colour: 'formal' },
};

/** What a tie ends in says its relation; the plain arrow is for what is only mentioned, none for what no evidence says. */
const TIE_ENDS: Readonly<Record<TieRelation, LineEnd>> = {
  formalises: 'diamond',
  proves: 'disc',
  states: 'open',
  uses: 'hollow',
  generalises: 'double',
  special_case: 'double',
  contradicts: 'bar',
  mentioned: 'arrow',
  several: 'open',
};
/** These share an end with another, and are dash-dotted. */
const DASHED_TIES: readonly (TieRelation | undefined)[] = ['special_case', 'several'];

export function lookOf({ kind, relationship, tie, isWeak }: LineFacts): LineLook {
  if (kind === 'formal') {
    const style = DASHED_TIES.includes(tie) ? 'dash-dot' : isWeak ? 'double-weak' : 'double';
    const end = tie === undefined ? 'none' : TIE_ENDS[tie];
    return { style, ...(end !== 'arrow' && { end }), colour: 'formal' };
  }
  if (kind === 'uses') return { style: isWeak ? 'dashed' : 'solid', colour: 'formal' };
  return LOOKS[relationship ?? kind];
}
