import { expect, test } from 'vitest';
import { plainOf, unescaped } from './tex-text';

test.each([
  ["Erd\\H{o}s and Poincar{\\'e}", 'Erdős and Poincaré'],
  ["G{\\\"o}del, Mart\\'{\\i}n, Ji\\v{r}\\'i", 'Gödel, Martín, Jiří'],
  ['{\\O}rsted and Stra{\\ss}e', 'Ørsted and Straße'],
  ['Teaching {GPT} and {\\em SCoRe}', 'Teaching GPT and SCoRe'],
  ['R{\\&}D, 5\\%, a\\_b', 'R&D, 5%, a_b'],
  ["Navier--Stokes ``quoted'' --- so", 'Navier–Stokes “quoted” — so'],
  ['{\\textbraceleft}x{\\textbraceright} {\\textbackslash}input', '{x} \\input'],
  ['over {$\\mathbb{F}_p$} and~more\n  lines', 'over $\\mathbb{F}_p$ and more lines'],
  ['PFR with \\texorpdfstring{$C=9$}{C=9}', 'PFR with C=9'],
  ['Pangu-\\(\\alpha\\) \\emph{so}', 'Pangu-\\(\\alpha\\) so'],
  ['a $ alone', 'a $ alone'],
])('%s', (tex, plain) => {
  expect(plainOf(tex)).toBe(plain);
});

test.each([
  ["Q\\&A, 100\\%, Szemer\\'edi, Erd\\H{o}s", 'Q&A, 100%, Szemerédi, Erdős'],
  ["{braces} -- ``quotes'' \\alpha $a\\_b$ \\(\\%\\)", "{braces} -- ``quotes'' \\alpha $a\\_b$ \\(\\%\\)"],
  ['C:\\users\\x', 'C:\\users\\x'],
])('of text that may hold some TeX: %s', (text, read) => {
  expect(unescaped(text)).toBe(read);
});
