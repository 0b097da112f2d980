/** Whether a line of this kind only joins a part to its whole, and is no evidence of anything. */
export function isJoin(kind: string): boolean {
  return kind === 'claim' || kind === 'contains';
}

/** What a citation is for, in the words of signed citations; `cites` says no more than that it is one. */
export const RELATIONSHIPS = [
  'cites',
  'supports',
  'refutes',
  'extends',
  'uses_method',
  'depends_on',
  'replaces',
  'compares',
] as const;

/** Of a drawn line: `several` where its evidence states different ones. */
export type Relationship = (typeof RELATIONSHIPS)[number] | 'several';

/** How a formal statement is tied to a work or claim, in the words of evidence; other words are kept there, and not told here. */
export const TIE_RELATIONS = [
  'formalises',
  'proves',
  'states',
  'uses',
  'generalises',
  'special_case',
  'contradicts',
  'mentioned',
] as const;

/** Of a drawn tie: `several` where its evidence states different ones. */
export type TieRelation = (typeof TIE_RELATIONS)[number] | 'several';
