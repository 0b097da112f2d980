import { expect, test } from 'vitest';
import { plainOf } from './tex-text';

test.each([
  ["Erd\\H{o}s and Poincar{\\'e}", 'Erdős and Poincaré'],
  ["G{\\\"o}del, Mart\\'{\\i}n, Ji\\v{r}\\'i", 'Gödel, Martín, Jiří'],
  ['{\\O}rsted and Stra{\\ss}e', 'Ørsted and Straße'],
  ['Teaching {GPT} and {\\em SCoRe}', 'Teaching GPT and SCoRe'],
  ['R{\\&}D, 5\\%, a\\_b', 'R&D, 5%, a_b'],
  ["Navier--Stokes ``quoted'' --- so", 'Navier–Stokes “quoted” — so'],
  ['{\\textbraceleft}x{\\textbraceright} {\\textbackslash}input', '{x} \\input'],
  ['over {$\\mathbb{F}_p$} and~more\n  lines', 'over $\\mathbb{F}_p$ and more lines'],
  ['a $ alone', 'a $ alone'],
])('%s', (tex, plain) => {
  expect(plainOf(tex)).toBe(plain);
});
