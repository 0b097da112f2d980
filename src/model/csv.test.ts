import { expect, test } from 'vitest';
import { csvOf, type CsvCell } from './csv';

const CELLS: readonly (readonly [name: string, cell: CsvCell, written: string])[] = [
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'a "b"', '"a ""b"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['nothing', null, ''],
  ['a truth', true, 'true'],
  ['a number below zero', -1.5, '-1.5'],
  ['a number below zero as text', '-1.50', '-1.50'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula that begins with a sign', '-1+cmd|x', "'-1+cmd|x"],
  ['a function', '@SUM(A1)', "'@SUM(A1)"],
  ['a formula after a tab', '\t=1', "'\t=1"],
];

test.each(CELLS)('%s', (_, cell, written) => {
  expect(csvOf([[cell, 1]])).toBe(`${written},1\r\n`);
});
