import { expect, test } from 'vitest';
import { missingInWords } from './missing-in-words';

const marks = (...names: readonly string[]) => names.map((name) => ({ name, sha256: '2f74cc22'.repeat(8) }));

test('what is missing is named once a file, as it can be dropped', () => {
  const named = marks(
    'one.json',
    'many.jsonl#L1',
    'many.jsonl#L12',
    'list.json#/3',
    'list.json#/4',
    'a#1.json',
  );
  expect(missingInWords({ named, more: 0 })).toBe(
    'one.json (2f74cc22), many.jsonl (2 documents), list.json (2 documents), a#1.json (2f74cc22)',
  );
});

test('one line of a file is named itself, and what the link did not name is counted', () => {
  expect(missingInWords({ named: marks('many.jsonl#L12'), more: 1200 })).toBe(
    'many.jsonl#L12 (2f74cc22) and 1,200 more',
  );
});

test('nothing', () => {
  expect(missingInWords({ named: [], more: 0 })).toBe('');
});
