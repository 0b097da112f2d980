import type { Change } from '../model';
import type { Entry } from './entry';

/** What became of nodes by public id, and of lines by `from → to`; what is the same is absent. */
export interface Marks {
  readonly nodes: ReadonlyMap<string, Change>;
  readonly lines: ReadonlyMap<string, Change>;
  /** Of works and statements with another title now, the one before. */
  readonly titles: ReadonlyMap<string, string>;
}

export function marksOf(entries: readonly Entry[]): Marks {
  const nodes = new Map<string, Change>();
  const lines = new Map<string, Change>();
  const titles = new Map<string, string>();
  for (const { group, change, on, fields } of entries) {
    const before = fields.find(({ name }) => name === 'title')?.before;
    if (before) titles.set(on, before);
    if (group === 'verdicts' || group === 'signers') nodes.set(on, nodes.get(on) ?? 'changed');
    else if (on.includes(' → ')) markLine(lines, on, change);
    else nodes.set(on, change);
  }
  return { nodes, lines, titles };
}

/** A tie of a claim is drawn from its paper where the claim is not on the stage: together with others it is changed. */
function markLine(lines: Map<string, Change>, on: string, change: Change): void {
  const [from = '', to = ''] = on.split(' → ');
  const claimAt = from.lastIndexOf('#');
  lines.set(on, change);
  if (claimAt < 0) return;
  const whole = `${from.slice(0, claimAt)} → ${to}`;
  const known = lines.get(whole);
  lines.set(whole, known === undefined || known === change ? change : 'changed');
}
