import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAUGHTY } from '../../../tests/hostile/vectors/naughty-strings';
import { texText, texTitle } from './tex';

test.each([
  ['a word with capitals inside keeps them', 'Teaching GPT with SCoRe', 'Teaching {GPT} with {SCoRe}'],
  ['a first letter and an article do not', 'A Test In Title Case', 'A Test In Title Case'],
  ['signs of TeX are printed', 'R&D costs 5% of #1_x', '{R\\&D} costs 5\\% of \\#1\\_x'],
  ['what is already escaped is not escaped again', 'Google-Proof Q\\&A', 'Google-Proof {Q\\&A}'],
  ['braces are balanced even to BibTeX', 'an } open {', 'an {\\textbraceright} open {\\textbraceleft}'],
  ['a formula stays one', '$\\tau$-bench', '{$\\tau$}-bench'],
  [
    'scripts stay',
    'on $\\mathbb{F}_p^{n+1}$ and $O(n \\log n)$',
    'on {$\\mathbb{F}_p^{n+1}$} and {$O(n \\log n)$}',
  ],
  ['money is no formula', 'from $5 to $10', 'from \\$5 to \\$10'],
  ['nor is money without a space', '$5-$10', '\\$5-\\$10'],
  ['a second script would stop TeX', '$a_b_c$', '\\$a\\_b\\_c\\$'],
  ['also behind a space', '$a_b _c$', '\\$a\\_b \\_c\\$'],
  [
    'a command that does more than draw is text',
    '$\\input{x}$',
    '\\${\\textbackslash}input{\\textbraceleft}x{\\textbraceright}\\$',
  ],
  [
    'also one whose name begins like a sign',
    '$\\times \\inputx$',
    '\\${\\textbackslash}times {\\textbackslash}inputx\\$',
  ],
  ['a character by its number is text', '$^^5cinput$', '\\${\\textasciicircum}{\\textasciicircum}5cinput\\$'],
  ['letters beyond ASCII stay', 'Poincaré 予想', 'Poincaré 予想'],
])('%s', (_, title, written) => {
  expect(texTitle(title)).toBe(written);
});

const DRAWS_A_SIGN =
  /\\(?:[#$%&_]|text(?:braceleft|braceright|backslash|asciitilde|asciicircum)(?![A-Za-z]))/g;

test('a text has no command but those that print a sign, and no brace without its other', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'\\{}$%#&_^~ a1') }));
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom(...NAUGHTY)), (said) => {
      const bare = texText(said).replace(DRAWS_A_SIGN, '');
      expect(bare).not.toMatch(/[\\#$%&_^~]/);
      expect(bare.replaceAll('{}', '')).not.toMatch(/[{}]/);
    }),
    { numRuns: 500 },
  );
});

test('a title of a hundred thousand signs that begin formulas is written to its end', () => {
  for (const piece of ['$a', '${', '$a_b^', '$\\mathbb{a', 'a&', '$a '])
    expect(texTitle(piece.repeat(100_000 / piece.length)).length).toBeGreaterThan(50_000);
});
