import type { CoverageRow, Statement } from '../../explorer';
import { csvOf } from '../../model';
import { nameOf } from '../lists/work-columns';

/** `PFR_conjecture` of `lean:pfr/PFR_conjecture`. */
function leanNames({ lean, id, declaration, library }: Statement): readonly string[] {
  const named = (lean ?? '').split(' ').filter((name) => name !== '');
  if (named.length > 0) return named.map((name) => name.slice(`lean:${library}/`.length));
  return id.startsWith('lean:') ? [declaration] : [];
}

/** Modules that Lean can import: those of a blueprint are files of LaTeX. */
function isModule(module: string | null): module is string {
  return module !== null && !/\.(?:tex|lean)$/.test(module);
}

/** `import` and `#check` lines, under a comment for each library that says which revision they are of. */
export function leanLines(statements: readonly Statement[]): string {
  const libraries = [...new Set(statements.map(({ library }) => library))];
  return libraries
    .map((library) => {
      const own = statements.filter((one) => one.library === library);
      const { repository, revision } = own[0] ?? {};
      const origin = [repository, revision].filter(Boolean).join(' @ ');
      const imports = [...new Set(own.map(({ module }) => module).filter(isModule))].sort();
      const names = [...new Set(own.flatMap(leanNames))];
      const without = own.filter((one) => leanNames(one).length === 0);
      return [
        `-- ${library}${origin === '' ? ', revision not told' : `: ${origin}`}`,
        ...(imports.length > 0
          ? imports.map((name) => `import ${name}`)
          : ['-- modules not told: add the import']),
        '',
        ...names.map((name) => `#check ${name}`),
        ...without.map(({ declaration }) => `-- ${declaration}: no Lean declaration is named for it`),
      ].join('\n');
    })
    .join('\n\n');
}

function wordsOf({ kind, title, declaration }: Statement): string {
  return `${kind ?? 'statement'} ${title ?? declaration}`;
}

/** How far Lean has come with it, in the words a paper would use. */
function stageInWords({ stage, sorry }: Pick<Statement, 'stage' | 'sorry'>): string {
  if (sorry) return 'stated in Lean with sorry';
  if (stage === 'proved' || stage === 'proved-all') return 'proved in Lean';
  return stage === null
    ? 'status not told'
    : { stated: 'not formalised', formalised: 'stated in Lean' }[stage];
}

export function markdownList(statements: readonly Statement[]): string {
  return statements
    .map((one) => {
      const name = markdown(wordsOf(one));
      const linked = one.url === null ? `**${name}**` : `[**${name}**](${one.url.replaceAll(')', '%29')})`;
      const lean = leanNames(one).map((declaration) => `\`${declaration}\``);
      return `- ${[linked, ...lean].join(' · ')} (${stageInWords(one)}). ${one.statement ?? ''}`.trim();
    })
    .join('\n');
}

function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** Statements keep the TeX that they came with; names are escaped. */
export function latexList(statements: readonly Statement[]): string {
  const items = statements.map((one) => {
    const name = `\\textbf{${latex(wordsOf(one))}}`;
    const linked =
      one.url === null ? name : `\\href{${one.url.replaceAll('%', '\\%').replaceAll('#', '\\#')}}{${name}}`;
    const lean = leanNames(one).map((declaration) => `\\texttt{${latex(declaration)}}`);
    return `  \\item ${[linked, ...lean].join(', ')} (${stageInWords(one)}). ${one.statement ?? ''}`.trimEnd();
  });
  return ['\\begin{itemize}', ...items, '\\end{itemize}'].join('\n');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Math between dollars is left as it is. */
function latex(text: string): string {
  return text
    .split(/(\$[^$]*\$)/)
    .map((part, place) =>
      place % 2 === 1 ? part : part.replace(/[\\~^#%&_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`),
    )
    .join('');
}

const COVERAGE_HEAD = [
  'steps',
  'id',
  'title',
  'claim',
  'tied',
  'more than mentioned',
  'of these proved in Lean',
];

/** As CSV (RFC 4180). */
export function coverageTable(rows: readonly CoverageRow[]): string {
  const lines = rows.map(({ hops, brief, claimId, tied, counterparts, checked }) => [
    ...[hops, brief.id, nameOf(brief), claimId ?? ''],
    ...[tied, counterparts, checked],
  ]);
  return csvOf([COVERAGE_HEAD, ...lines]);
}
