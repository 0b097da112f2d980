import type { Change, LegendEntry, SceneLine } from '../model';
import type { EvidenceGraph } from '../graph';

/** Which of two snapshots is drawn. */
export type ChangesSide = 'before' | 'both' | 'after';

/** What became of nodes and lines between two snapshots, and how it is drawn; what is the same is absent. */
export interface Changes {
  readonly nodes: ReadonlyMap<string, Change>;
  /** By `from → to`. */
  readonly lines: ReadonlyMap<string, Change>;
  /** Titles that nodes had in the snapshot that is drawn, where they have others now. */
  readonly titles: ReadonlyMap<string, string>;
  readonly side: ChangesSide;
  /** What the snapshots are called. */
  readonly before: string;
  readonly after: string;
}

export function isOnSide(changes: Changes | null): (one: { readonly change?: Change }) => boolean {
  const left = changes?.side === 'before' ? 'new' : changes?.side === 'after' ? 'gone' : null;
  return ({ change }) => left === null || change !== left;
}

/** What a hover adds: in which snapshot it stood. */
export function inWords({ nodes, before, after }: Changes, id: string): string {
  const change = nodes.get(id);
  if (change === 'new') return `, new: not in ${before}`;
  if (change === 'gone') return `, gone: in ${before}, not in ${after}`;
  return change === 'changed' ? `, changed since ${before}` : '';
}

/** Wide is new, dotted is gone, wide and dashed is changed: told apart without colours. */
const LOOKS: Readonly<Record<Change, Pick<SceneLine, 'colour'> & Partial<Pick<SceneLine, 'style'>>>> = {
  new: { colour: 'ink' },
  gone: { colour: 'muted', style: 'dotted' },
  changed: { colour: 'ink', style: 'dashed' },
};
const [WIDER, GONE_WIDTH] = [0.7, 1.2];

export function changedLook(line: SceneLine, change: Change): SceneLine {
  const width = change === 'gone' ? GONE_WIDTH : line.width + WIDER;
  return { ...line, ...LOOKS[change], change, width };
}

const WORDS: Readonly<Record<Change, string>> = { new: 'new', gone: 'gone', changed: 'changed' };
const EACH: readonly Change[] = ['new', 'gone', 'changed'];

/** Counts over the whole neighbourhood of both snapshots. */
export function changeEntries(graph: EvidenceGraph, changes: Changes | null): LegendEntry[] {
  if (!changes) return [];
  const { before } = changes;
  const lines = new Map<Change, number>();
  graph.forEachEdge((_, __, from, to) => {
    const change = changes.lines.get(`${from} → ${to}`);
    if (change) lines.set(change, (lines.get(change) ?? 0) + 1);
  });
  const plain = { group: 'change', isOn: true, isFilter: false } as const;
  return [
    ...EACH.map((change): LegendEntry => ({
      ...plain,
      key: `change:${change}`,
      label: change === 'new' ? `new: not in ${before}` : WORDS[change],
      count: graph.filterNodes((id) => changes.nodes.get(id) === change).length,
      mark: { shape: 'paper', change, colour: 'muted' },
    })),
    ...EACH.map((change): LegendEntry => ({
      ...plain,
      key: `change:line-${change}`,
      label: `${WORDS[change]} line`,
      count: lines.get(change) ?? 0,
      mark: { line: LOOKS[change].style ?? 'solid', end: 'arrow', change, colour: LOOKS[change].colour },
    })),
  ].filter(({ count }) => count > 0);
}
