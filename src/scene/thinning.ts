import { THINNED, type LegendEntry, type SceneLine } from '../model';

/** Of more lines than this a part is drawn: more take seconds to draw, and nobody sees one among them. */
export const MOST_LINES = 30_000;

export interface Thinned {
  /** All of them; what is held back says so. */
  readonly lines: readonly SceneLine[];
  /** Of so many lines one is drawn; 1 where all are. */
  readonly oneIn: number;
}

/**
 * Holds lines back until no more than `MOST_LINES` are drawn, or hardly more. Telling ones are drawn, unless they alone
 * are too many; of the others those whose two ends hash to it, so that a picture always has the same lines, and lines
 * there and back stay together. One in 2, 4, 8 …: what is drawn of more lines is drawn of fewer too.
 */
export function thinned(lines: readonly SceneLine[], isTelling: (line: SceneLine) => boolean): Thinned {
  if (lines.length <= MOST_LINES) return { lines, oneIn: 1 };
  const told = lines.filter(isTelling).length;
  const kept = told <= MOST_LINES / 2 ? told : 0;
  let oneIn = 2;
  while (kept + (lines.length - kept) / oneIn > MOST_LINES) oneIn *= 2;
  const isDrawn = (line: SceneLine) => (kept > 0 && isTelling(line)) || hashOf(line) % oneIn === 0;
  return { lines: lines.map((line) => (isDrawn(line) ? line : heldBack(line))), oneIn };
}

/** Written out, because there are very many: a spread takes several times as long. */
function heldBack(line: SceneLine): SceneLine {
  const { id, from, to, kind, relation, change, style, end, colour, width, evidence } = line;
  if (relation || change || end) return { ...line, isHeldBack: true };
  return { id, from, to, kind, style, colour, width, evidence, isHeldBack: true };
}

/** FNV-1a over both ends, the smaller first, mixed at its end as in MurmurHash3: the lowest bits are even. */
function hashOf({ from, to }: SceneLine): number {
  let hash = 2166136261;
  for (const end of from < to ? [from, to] : [to, from]) {
    for (let at = 0; at < end.length; at++) hash = Math.imul(hash ^ end.charCodeAt(at), 16777619);
    hash = Math.imul(hash ^ 10, 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function thinnedInWords(oneIn: number): string {
  return `1 in ${oneIn.toLocaleString('en')} lines shown`;
}

export function thinnedEntry({ lines, oneIn }: Thinned): LegendEntry[] {
  if (oneIn === 1) return [];
  return [
    {
      key: THINNED,
      group: 'line',
      label: thinnedInWords(oneIn),
      count: lines.filter(({ isHeldBack }) => !isHeldBack).length,
      isOn: true,
      isFilter: false,
      mark: { line: 'solid', colour: 'faint' },
    },
  ];
}
