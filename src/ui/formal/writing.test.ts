import { expect, test } from 'vitest';
import type { CoverageRow, Statement } from '../../explorer';
import { coverageTable, latexList, leanLines, markdownList } from './writing';

const PFR: Statement = {
  node: -1,
  id: 'blueprint:pfr/pfr',
  library: 'pfr',
  module: 'blueprint/src/chapter/pfr.tex',
  declaration: 'pfr',
  title: 'PFR with $C_9$',
  kind: 'theorem',
  stage: 'proved',
  sorry: null,
  statement: 'If $A$ is small, …',
  url: 'https://example.org/a_(b)#L1',
  repository: 'teorth/pfr',
  revision: '01c9b66',
  lean: 'lean:pfr/PFR_conjecture lean:pfr/better_PFR',
};
const OPEN: Statement = {
  ...PFR,
  ...{ node: -2, id: 'lean:Conjectures/A.«b_c»', library: 'Conjectures', module: 'Conjectures.A' },
  ...{ declaration: 'A.«b_c»', title: null, stage: 'formalised', sorry: true, url: null, lean: null },
  ...{ repository: null, revision: null, statement: null },
};
const WORDLESS: Statement = { ...PFR, node: -3, declaration: 'only words', lean: null, stage: 'stated' };

test('lines for Lean name the library, its revision, what to import and what to check', () => {
  expect(leanLines([PFR, OPEN, WORDLESS])).toBe(
    [
      '-- pfr: teorth/pfr @ 01c9b66',
      '-- modules not told: add the import',
      '',
      '#check PFR_conjecture',
      '#check better_PFR',
      '-- only words: no Lean declaration is named for it',
      '',
      '-- Conjectures, revision not told',
      'import Conjectures.A',
      '',
      '#check A.«b_c»',
    ].join('\n'),
  );
});

test('a Markdown list links statements and says how far Lean has come', () => {
  expect(markdownList([PFR, OPEN]).split('\n')).toEqual([
    '- [**theorem PFR with $C\\_9$**](https://example.org/a_(b%29#L1) · `PFR_conjecture` · `better_PFR` (proved in Lean). If $A$ is small, …',
    '- **theorem A.«b\\_c»** · `A.«b_c»` (stated in Lean with sorry).',
  ]);
});

test('a LaTeX list escapes names and leaves their math', () => {
  expect(latexList([PFR, OPEN]).split('\n')).toEqual([
    '\\begin{itemize}',
    '  \\item \\href{https://example.org/a_(b)\\#L1}{\\textbf{theorem PFR with $C_9$}}, \\texttt{PFR\\_conjecture}, \\texttt{better\\_PFR} (proved in Lean). If $A$ is small, …',
    '  \\item \\textbf{theorem A.«b\\_c»}, \\texttt{A.«b\\_c»} (stated in Lean with sorry).',
    '\\end{itemize}',
  ]);
});

test('a coverage table is CSV in which no text is a formula', () => {
  const brief = { node: 1, id: 'arXiv:1', kind: 'paper', title: '=1+1, "two"' } as CoverageRow['brief'];
  const row: CoverageRow = {
    ...{ node: 1, claimId: 'C1', claim: 'a claim', tied: 3, counterparts: 2, checked: 1 },
    ...{ brief, hops: 1 },
  };
  expect(coverageTable([row])).toBe(
    'steps,id,title,claim,tied,more than mentioned,of these proved in Lean\r\n1,arXiv:1,"\'=1+1, ""two""",C1,3,2,1\r\n',
  );
});
