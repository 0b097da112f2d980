export type FormalList = 'gaps' | 'coverage' | 'shadow' | 'reading';

export const FORMAL_LISTS: readonly (readonly [FormalList, string, string])[] = [
  ['gaps', 'Gaps', 'What is not proved below a statement, the nearest first'],
  ['coverage', 'Coverage', 'Which papers and claims on the stage have a formal counterpart'],
  ['shadow', 'Shadow', 'What rests on sorry, or on an axiom'],
  ['reading', 'To read and write', 'Statements in an order to read them in; for Lean, Markdown and LaTeX'],
];

/** What each of the lists takes: which one is shown, and how another is chosen. */
export interface ChosenList {
  readonly value: FormalList;
  readonly onchoose: (list: FormalList) => void;
}
