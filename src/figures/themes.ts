import type { FigureTheme } from '../model';
import { THEMES, type Theme } from '../scene';

/** Each category has a lightness of its own (CIE L* 22, 59, 50, 68, 85, 77, 40, 31), so that greys tell them apart. */
const PRINT: Theme = {
  ink: '#000000',
  muted: '#474747',
  faint: '#dadada',
  paper: '#ffffff',
  accent: '#1f1f1f',
  line: '#7f7f7f',
  formal: '#5a3100',
  pass: '#1d4d3c',
  fail: '#8f1d17',
  unknown: '#6b6b6b',
  c0: '#003568',
  c1: '#dd700a',
  c2: '#08885b',
  c3: '#e08bb9',
  c4: '#ffce5b',
  c5: '#82c6f2',
  c6: '#65600a',
  c7: '#4d4845',
  s0: '#cddff3',
  s1: '#8db8e0',
  s2: '#4d8bc2',
  s3: '#005f9d',
  s4: '#003363',
};

/** Every ink but the faintest has at least 3 : 1 to the ground, words 7 : 1. */
const CONTRAST: Theme = {
  ink: '#000000',
  muted: '#2b2b2b',
  faint: '#b3b3b3',
  paper: '#ffffff',
  accent: '#003c9e',
  line: '#555555',
  formal: '#6b3500',
  pass: '#00533e',
  fail: '#a00f0f',
  unknown: '#4a4a4a',
  c0: '#0055a5',
  c1: '#b84300',
  c2: '#00734f',
  c3: '#a3327d',
  c4: '#946000',
  c5: '#007fae',
  c6: '#5d5500',
  c7: '#000000',
  s0: '#7c95ad',
  s1: '#5b7fa3',
  s2: '#3b6797',
  s3: '#1d4c82',
  s4: '#062b5c',
};

export const FIGURE_COLOURS: Readonly<Record<FigureTheme, Theme>> = {
  ...THEMES,
  print: PRINT,
  contrast: CONTRAST,
};

/** So much of one colour on another, both `#rrggbb`. */
export function mixed(colour: string, ground: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(colour, at) * share + channel(ground, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
