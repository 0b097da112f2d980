import type { ColourRole } from '../model';

export type Theme = Readonly<Record<ColourRole, string>>;

/** Okabe and Ito's palette (c0 to c7; black and yellow moved to tones that hold on the ground), blues for scales. */
const LIGHT: Theme = {
  ink: '#1c1b19',
  muted: '#5c5953',
  faint: '#d9d5cc',
  paper: '#fbfaf7',
  accent: '#0b5cab',
  line: '#8d8a84',
  formal: '#8a4b00',
  pass: '#00694f',
  fail: '#b3261e',
  unknown: '#6b6862',
  c0: '#0072b2',
  c1: '#d55e00',
  c2: '#009e73',
  c3: '#cc79a7',
  c4: '#e69f00',
  c5: '#56b4e9',
  c6: '#8a7d00',
  c7: '#4a4844',
  s0: '#c7dcec',
  s1: '#8fbbdb',
  s2: '#5596c7',
  s3: '#256fa6',
  s4: '#0d4675',
};

const DARK: Theme = {
  ink: '#efece6',
  muted: '#aaa59b',
  faint: '#3a3833',
  paper: '#171614',
  accent: '#7db8f0',
  line: '#7d7a73',
  formal: '#e0a458',
  pass: '#4cc29d',
  fail: '#ff8a80',
  unknown: '#a09c94',
  c0: '#4aa3df',
  c1: '#f08a3c',
  c2: '#2fc496',
  c3: '#dd93bb',
  c4: '#f0b429',
  c5: '#7fcdf7',
  c6: '#d9cb3f',
  c7: '#b9b5ad',
  s0: '#27445c',
  s1: '#2f6690',
  s2: '#4a8ec2',
  s3: '#7bb5e0',
  s4: '#bcdcf4',
};

export const THEMES: Readonly<Record<'light' | 'dark', Theme>> = { light: LIGHT, dark: DARK };
