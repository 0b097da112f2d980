const SPECIAL: Readonly<Record<string, string>> = {
  ...{ '#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_' },
  // BibTeX counts every brace, also one behind a backslash; so they are commands.
  ...{ '{': '{\\textbraceleft}', '}': '{\\textbraceright}', '\\': '{\\textbackslash}' },
  ...{ '~': '{\\textasciitilde}', '^': '{\\textasciicircum}' },
};

/** A text that TeX prints as it is; letters beyond ASCII stay UTF-8, as biber and today's LaTeX read them. */
export function texText(text: string): string {
  return text.replace(/\\?[#$%&_]|[{}\\~^]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** Words that draw one sign; nothing that loads, defines or runs. */
const SIGNS =
  'alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|varpi|rho|varrho|sigma|varsigma|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|infty|ell|hbar|nabla|partial|times|cdot|ast|star|circ|bullet|pm|mp|to|rightarrow|leftarrow|mapsto|le|leq|ge|geq|ne|neq|approx|sim|simeq|equiv|propto|in|subset|subseteq|cup|cap|sum|prod|int|log|exp|min|max|sin|cos|ldots|cdots|prime|perp|otimes|oplus|wedge|vee';
const ATOM = `(?:\\\\(?:${SIGNS})(?![A-Za-z])|[A-Za-z0-9 +*/=<>()[\\].,;:!|-])`;
const GROUP = `\\{${ATOM}+\\}`;
const ALPHABET = `\\\\(?:mathcal|mathbb|mathbf|mathrm|mathsf|mathit|sqrt|tilde|hat|bar|overline) ?${GROUP}`;
const PART = `(?:${ALPHABET}|${ATOM}|${GROUP})`;
const SCRIPT = `(?:\\\\(?:${SIGNS})(?![A-Za-z])|[A-Za-z0-9*+-]|${GROUP})`;
/** At most one script of each kind behind a part, because TeX stops at a second. */
const MATHS = `\\$(?! )(?=[^$]*[A-Za-z0-9])(?:${PART}|[_^]${SCRIPT}(?! *[_^])|(?:${PART})_${SCRIPT}\\^${SCRIPT}(?! *[_^]))+(?<! )\\$(?!\\d)`;

const WORD = `[\\p{L}\\p{M}\\p{N}]+(?:(?:\\\\?&|['’.])[\\p{L}\\p{M}\\p{N}]+)*`;
const PIECES = new RegExp(`(?<maths>${MATHS})|(?<word>${WORD})`, 'gu');

/** A title: formulas that do nothing but draw stay formulas, words with capitals inside keep them in every style. */
export function texTitle(title: string): string {
  let written = '';
  let end = 0;
  for (const { 0: piece, index, groups } of title.matchAll(PIECES)) {
    const isFormula = groups?.['maths'] !== undefined;
    written += texText(title.slice(end, index));
    const inside = isFormula ? piece : texText(piece);
    written += isFormula || /.\p{Lu}/u.test(piece) ? `{${inside}}` : inside;
    end = index + piece.length;
  }
  return written + texText(title.slice(end));
}
