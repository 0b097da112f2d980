import { expect, test } from 'vitest';
import { methodInWords, safeAddress, statusInWords } from './words';

test.each([
  ['https://a.org/x', 'https://a.org/x'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['line 12', null],
  [null, null],
])('the address %s leads to %s', (address, expected) => {
  expect(safeAddress(address)).toBe(expected);
});

test.each([
  [{ sorry: true, status: null }, 'stated in Lean, not proved'],
  [{ sorry: true, status: 'research open' }, 'stated in Lean, not proved, labelled “research open”'],
  [{ sorry: null, status: 'proved' }, 'said to be proved in Lean, not checked here'],
  [{ sorry: null, status: null }, 'no status given'],
])('%o is worded', (theorem, expected) => {
  expect(statusInWords(theorem)).toBe(expected);
});

test('a method keeps what it says in brackets', () => {
  expect(methodInWords('title-match (papers-md)')).toBe('its title was matched (papers-md)');
});
