import { expect, test } from 'vitest';
import { askedEntry, askedLines } from './asked';

test('lines of a query are drawn between nodes that are there, and are counted in the legend', () => {
  const overlay = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'far' },
  ];
  const lines = askedLines(overlay, new Set(['a', 'b']));
  expect(lines).toMatchObject([{ id: 'a ⇢ b', kind: 'asked', style: 'dotted', evidence: 0 }]);
  expect(askedEntry(lines.length)).toMatchObject([{ key: 'line:asked', count: 1 }]);
  expect(askedEntry(0)).toEqual([]);
});
