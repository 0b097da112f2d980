import { expect, test } from 'vitest';
import { methodInWords, recomputeCommand, safeAddress, statementInWords, statusInWords } from './words';

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

test('a file name never reaches a shell as anything but a name', () => {
  expect(recomputeCommand('bundle', 'score.bundle.json')).toContain('open("score.bundle.json"');
  for (const name of [`x"; rm -rf ~; '.json`, '--help', '$(id).json', '']) {
    expect(recomputeCommand('bundle', name)).toContain('open("document.json"');
  }
  expect(recomputeCommand('state', 's.json')).toContain('d["current"]["canonical_record"]');
});

test.each([
  ['verification_status.externally_anchored', 'anchored elsewhere'],
  ['receipt.key_id', 'receipt · key id'],
])('%s is said as %s', (name, words) => {
  expect(statementInWords(name)).toBe(words);
});
