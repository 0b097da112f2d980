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
