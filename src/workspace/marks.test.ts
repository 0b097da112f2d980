import { beforeEach, expect, test, vi } from 'vitest';
import { NO_MARK, readMarks, writeMarks, type Mark } from './marks';
import { writeText } from './texts';

const stored = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  stored.clear();
  isFull = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => stored.delete(key),
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
  });
});

const kept: Mark = { ...NO_MARK, verdict: 'keep', note: 'see section 4', isSeen: true };

test('marks come back as they were, for their address alone', () => {
  expect(writeMarks('/', { 'arXiv:1': kept })).toBe(true);
  expect(readMarks('/')).toEqual({ 'arXiv:1': kept });
  expect(readMarks('/?data=')).toEqual({});
  writeMarks('/', {});
  expect(stored.size).toBe(0);
});

test.each([
  ['not JSON', '{'],
  ['a list', '[1, 2]'],
  ['null', 'null'],
  [
    'marks that are none',
    '{"a": 1, "b": null, "c": [], "d": {"verdict": "burn", "note": 7, "doubt": "so so"}}',
  ],
  ['an id that no work can have', JSON.stringify({ ['x'.repeat(601)]: kept })],
])('%s is no mark', (_, text) => {
  writeText('/', 'marks', text);
  expect(readMarks('/')).toEqual({});
});

test('of what was stored by another version the parts that are known are taken', () => {
  writeText(
    '/',
    'marks',
    JSON.stringify({ a: { isStarred: true, isSeen: 'yes', future: 1, note: 'n'.repeat(9_000) } }),
  );
  expect(readMarks('/')['a']).toEqual({ ...NO_MARK, isStarred: true, note: 'n'.repeat(4_000) });
});

test('where there is no room that is said', () => {
  isFull = true;
  expect(writeMarks('/', { 'arXiv:1': kept })).toBe(false);
});
