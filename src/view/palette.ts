import type { ColourRole } from '../model';
import type { Theme } from '../scene';

const ROLES: readonly ColourRole[] = [
  'ink',
  'muted',
  'faint',
  'paper',
  'accent',
  'line',
  'formal',
  'pass',
  'fail',
  'unknown',
  'c0',
  'c1',
  'c2',
  'c3',
  'c4',
  'c5',
  'c6',
  'c7',
  's0',
  's1',
  's2',
  's3',
  's4',
];

export const ROLE_COUNT = ROLES.length;

const INDEX = new Map(ROLES.map((role, index) => [role, index]));

export function roleIndex(role: ColourRole): number {
  return INDEX.get(role) ?? 0;
}

/** Three numbers between 0 and 1 a role, in the order of `roleIndex`. */
export function paletteOf(theme: Theme): Float32Array {
  return Float32Array.from(ROLES.flatMap((role) => channels(theme[role])));
}

function channels(hex: string): number[] {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((channel) => channel / 255);
}
