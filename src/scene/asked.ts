import type { AskedLine, LegendEntry, SceneLine } from '../model';

const LOOK = { style: 'dotted', colour: 'c3' } as const;

/** The lines of a person's own query whose ends are both on the stage. */
export function askedLines(overlay: readonly AskedLine[], visible: ReadonlySet<string>): SceneLine[] {
  return overlay
    .filter(({ from, to }) => visible.has(from) && visible.has(to))
    .map(({ from, to }) => ({
      id: `${from} ⇢ ${to}`,
      from,
      to,
      kind: 'asked',
      ...LOOK,
      width: 1.8,
      evidence: 0,
    }));
}

/** Switching it off takes them off. */
export function askedEntry(count: number): LegendEntry[] {
  if (count === 0) return [];
  return [
    {
      key: 'line:asked',
      group: 'line',
      label: 'from your query',
      count,
      isOn: true,
      isFilter: true,
      mark: { line: LOOK.style, colour: LOOK.colour },
    },
  ];
}
