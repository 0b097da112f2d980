import { expect, test } from 'vitest';
import type { SceneLine } from '../model';
import { MOST_LINES, thinned, thinnedEntry } from './thinning';

function lines(count: number, more: Partial<SceneLine> = {}, of = 'a'): SceneLine[] {
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [`${of}${index}`, `b${index % 97}`];
    return {
      ...{ id: `${from} → ${to}`, from, to, kind: 'cites', style: 'solid' },
      ...LOOK,
      ...more,
    } as const;
  });
}
const LOOK = { colour: 'line', width: 1, evidence: 1 } as const;
const none = () => false;
const idsDrawn = (all: readonly SceneLine[]) =>
  all.filter(({ isHeldBack }) => !isHeldBack).map(({ id }) => id);

test('as many lines as are drawn without asking are all drawn', () => {
  const all = lines(MOST_LINES);
  expect(thinned(all, none)).toEqual({ lines: all, oneIn: 1 });
  expect(thinnedEntry(thinned(all, none))).toEqual([]);
});

test('of eight times as many one in eight is drawn, evenly, the same whatever their order', () => {
  const all = lines(8 * MOST_LINES);
  const made = thinned(all, none);
  expect(made.oneIn).toBe(8);
  expect(made.lines).toHaveLength(all.length);
  const drawn = idsDrawn(made.lines);
  expect(Math.abs(drawn.length / MOST_LINES - 1)).toBeLessThan(0.05);
  expect(idsDrawn(thinned([...all].reverse(), none).lines).sort()).toEqual([...drawn].sort());
  expect(thinnedEntry(made)).toMatchObject([
    { key: 'line:thinned', label: '1 in 8 lines shown', count: drawn.length },
  ]);
});

test('what is drawn of more lines is drawn of fewer too: filters take lines away and put others among them', () => {
  const all = lines(8 * MOST_LINES);
  const fewer = all.slice(0, 3 * MOST_LINES);
  const drawn = new Set(idsDrawn(thinned(fewer, none).lines));
  const ofAll = idsDrawn(thinned(all, none).lines.slice(0, fewer.length));
  expect(ofAll.length).toBeGreaterThan(1000);
  expect(ofAll.filter((id) => !drawn.has(id))).toEqual([]);
});

test('telling lines are all drawn, and leave less room for the others', () => {
  const telling = lines(MOST_LINES / 5, { kind: 'formal' }, 'f');
  const made = thinned([...lines(2 * MOST_LINES), ...telling], ({ kind }) => kind === 'formal');
  const drawn = made.lines.filter(({ isHeldBack }) => !isHeldBack);
  expect(drawn.filter(({ kind }) => kind === 'formal')).toHaveLength(telling.length);
  expect(made.oneIn).toBe(4);
});

test('telling lines that are too many themselves are thinned like all', () => {
  const made = thinned(lines(4 * MOST_LINES), () => true);
  expect(made.oneIn).toBe(4);
  expect(idsDrawn(made.lines).length).toBeLessThan(1.1 * MOST_LINES);
});

test('lines there and back stay together: the room between two of them is for both', () => {
  const there = lines(2 * MOST_LINES);
  const back = there.map(({ from, to, ...line }) => ({ ...line, id: `${to} → ${from}`, from: to, to: from }));
  const isDrawn = new Set(idsDrawn(thinned([...there, ...back], none).lines));
  const parted = there.filter(({ id }, index) => isDrawn.has(id) !== isDrawn.has(back[index]?.id ?? ''));
  expect(parted).toEqual([]);
});
