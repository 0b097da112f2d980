import { cleaned } from './words';

/** What TeX reads as more than a letter; each form is the same in OT1, T1 and Unicode fonts. */
const LETTERS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\ensuremath{<}',
  '>': '\\ensuremath{>}',
  '|': '\\ensuremath{|}',
  '"': "{''}",
  "'": "{'}",
  '`': '{`}',
  '-': '{-}',
  ',': '{,}',
  '–': '{--}',
  '—': '{---}',
  '‐': '{-}',
  '‑': '{-}',
  '‘': '{`}',
  '’': "{'}",
  '“': '{``}',
  '”': "{''}",
  '…': '...',
  '•': '\\ensuremath{\\bullet}',
  '·': '\\ensuremath{\\cdot}',
  '§': '\\S{}',
  '©': '\\copyright{}',
  '«': '\\ensuremath{\\ll}',
  '»': '\\ensuremath{\\gg}',
  ß: '\\ss{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  Œ: '\\OE{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  ł: '\\l{}',
  Ł: '\\L{}',
  ı: '\\i{}',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  Þ: 'Th',
};

const MATH: Readonly<Record<string, string>> = Object.fromEntries(
  `α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu
  ν nu ξ xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta
  Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega µ mu × times ÷ div ± pm ∓ mp ∞ infty ∈ in ∋ ni ≤ leq ≥ geq
  ≪ ll ≫ gg ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto → to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow
  ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow ∀ forall ∃ exists ¬ neg ∧ wedge ∨ vee ∩ cap ∪ cup ⊂ subset
  ⊃ supset ⊆ subseteq ⊇ supseteq ∅ emptyset ∑ sum ∏ prod ∫ int √ surd ∂ partial ∇ nabla ∘ circ ∗ ast ⋅ cdot ⊗ otimes
  ⊕ oplus ⊢ vdash ⊤ top ⊥ perp ∣ mid ∥ parallel ⟨ langle ⟩ rangle ℓ ell † dagger ‡ ddagger ℵ aleph`
    .split(/\s+/)
    .flatMap((word, index, all) =>
      index % 2 === 0 ? [[word, `\\ensuremath{\\${all[index + 1] ?? ''}}`]] : [],
    ),
);

const SPELLED: Readonly<Record<string, string>> = {
  '−': '\\ensuremath{-}',
  '°': '\\ensuremath{^\\circ}',
  '∖': '\\ensuremath{\\setminus}',
  ℝ: '\\ensuremath{\\mathbf{R}}',
  ℕ: '\\ensuremath{\\mathbf{N}}',
  ℤ: '\\ensuremath{\\mathbf{Z}}',
  ℚ: '\\ensuremath{\\mathbf{Q}}',
  ℂ: '\\ensuremath{\\mathbf{C}}',
  '€': 'EUR',
  '£': '\\pounds{}',
};

/** Marks over and under a letter; OT1 has no ogonek, so that one is left out. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '\\`',
  '\u0301': "\\'",
  '\u0302': '\\^',
  '\u0303': '\\~',
  '\u0304': '\\=',
  '\u0306': '\\u',
  '\u0307': '\\.',
  '\u0308': '\\"',
  '\u030a': '\\r',
  '\u030b': '\\H',
  '\u030c': '\\v',
  '\u0323': '\\d',
  '\u0327': '\\c',
  '\u0331': '\\b',
  '\u0328': '',
};

const PLAIN = /^[A-Za-z0-9 !()*+./:;=?@[\]]$/u;

export interface TikzText {
  readonly text: string;
  /** Characters that TeX's usual fonts lack, written as `?`. */
  readonly unknown: readonly string[];
}

/** Any text as words that TeX sets and never obeys, for pdflatex and lualatex alike. */
export function tikzText(text: string): TikzText {
  const unknown: string[] = [];
  const forms = [...cleaned(text).normalize('NFC')].map((character) => {
    const form = formOf(character);
    if (form === null) unknown.push(character);
    return form ?? '{?}';
  });
  return { text: forms.join(''), unknown };
}

function formOf(character: string): string | null {
  const own = [LETTERS, SPELLED, MATH].find((forms) => Object.hasOwn(forms, character));
  if (own) return own[character] ?? null;
  if (PLAIN.test(character)) return character;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  return accented(character) ?? simpler(character);
}

function accented(character: string): string | null {
  const [base = '', ...marks] = character.normalize('NFD');
  if (!/^[A-Za-z]$/.test(base) || marks.length === 0) return null;
  const commands = marks.map((mark) => ACCENTS[mark]);
  if (commands.some((command) => command === undefined)) return null;
  return commands.reduce((letter: string, command = ''): string => {
    const dotless = letter === 'i' && !['\\c', '\\d', '\\b', ''].includes(command) ? '\\i' : letter;
    return command ? `{${command}{${dotless}}}` : letter;
  }, base);
}

/** Ligatures, widths, styles and indices by their plain letters (Unicode's compatibility forms). */
function simpler(character: string): string | null {
  const plain = character.normalize('NFKD');
  return plain !== character && /^[A-Za-z0-9 ()+./:;=]+$/.test(plain) ? plain : null;
}
