import type { Verb } from './finder-desk';

/** What is loaded and added, each after those before it: nodes with the formal statements, lines among them, texts. */
export type Need = 'nodes' | 'lines' | 'texts';

/** What is read for a question, and how much of it, of 1. */
export interface Filling {
  readonly need: Need;
  readonly share: number;
}

const STATEMENTS: readonly Need[] = ['nodes'];
const LINES: readonly Need[] = ['nodes', 'lines'];
const WORDS: readonly Need[] = ['nodes', 'lines', 'texts'];

/** What has to be there before a verb can answer. */
export const NEEDS: Readonly<Record<Verb, readonly Need[]>> = {
  cone: STATEMENTS,
  standings: STATEMENTS,
  survey: STATEMENTS,
  shadow: STATEMENTS,
  shadowCasters: STATEMENTS,
  sharing: STATEMENTS,
  buildsOn: LINES,
  cascade: LINES,
  paths: LINES,
  readingOrder: LINES,
  compare: WORDS,
  related: WORDS,
  why: WORDS,
};
