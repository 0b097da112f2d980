import { expect, test } from 'vitest';
import { FIGURE_COLOURS, mixed } from './themes';

const CATEGORIES = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const;

/** Relative luminance (WCAG 2.2) and from it CIE L*. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function lightness(hex: string): number {
  return 116 * Math.cbrt(luminance(hex)) - 16;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

test('for print no two categories have nearly the same grey', () => {
  const greys = CATEGORIES.map((role) => lightness(FIGURE_COLOURS.print[role])).sort((a, b) => a - b);
  const gaps = greys.slice(1).map((grey, index) => grey - (greys[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(7);
});

test('in high contrast all marks hold 3 : 1 and all words 7 : 1', () => {
  const { paper, faint, ...theme } = FIGURE_COLOURS.contrast;
  for (const ink of Object.values(theme)) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
  for (const words of [theme.ink, theme.muted]) expect(contrast(words, paper)).toBeGreaterThanOrEqual(7);
  expect(contrast(faint, paper)).toBeGreaterThan(1.5);
});

test('a colour is mixed with its ground', () => {
  expect(mixed('#000000', '#ffffff', 0.2)).toBe('#cccccc');
  expect(mixed('#123456', '#ffffff', 1)).toBe('#123456');
});
