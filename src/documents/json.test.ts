import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { explainJson, firstBadPlace, itemTexts } from './json';

describe('why a text is not JSON', () => {
  it.each([
    ['', 'The file is empty.'],
    [' \n', 'The file is empty.'],
    ['{"a":1', 'ends in the middle'],
    ['{"a":"b', 'ends in the middle'],
    ['{"a":\n  b}', 'line 2, column 3'],
    ['{"a":1,}', 'line 1, column 8'],
    ['[1 2]', 'column 4'],
    ['["a\tb"]', 'column 2'],
    ['[,]', 'column 2'],
    ['[1,]', 'column 4'],
    ['{1:2}', 'column 2'],
    ['[01]', 'column 2'],
    ['[1.5e', 'ends in the middle'],
    ['[tru', 'ends in the middle'],
    ['{} x', 'column 4'],
    ['{"a" 1}', 'column 6'],
    ['<!doctype html>', 'web page'],
  ])('%j', (text, message) => {
    expect(explainJson(text)).toContain(message);
  });
});

test('the items of an array are found as they are written', () => {
  expect(itemTexts(' [ {"a":"],\\"["} , [1,2], 1.0 ,"x\\\\"] ')).toEqual([
    '{"a":"],\\"["}',
    '[1,2]',
    '1.0',
    '"x\\\\"',
  ]);
  expect(itemTexts('[]')).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      expect(itemTexts(JSON.stringify(items))).toEqual(items.map((item) => JSON.stringify(item)));
    }),
  );
});

test('JSON that is cut is always called cut, and whole JSON has no bad place', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, at) => {
      expect(firstBadPlace(text)).toBe(text.length);
      const cut = text.slice(0, at % text.length);
      expect(firstBadPlace(cut)).toBe(cut.length);
    }),
  );
});
