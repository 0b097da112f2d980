import { coneInWords, isFormal, type SceneLine, type SceneNode, type View } from '../model';
import type { Changes } from './changes';
import { thinnedInWords } from './thinning';

const DIRECTIONS: Record<View['direction'], readonly [ofOne: string, ofMore: string]> = {
  references: ['what it builds on', 'what they build on'],
  citing: ['what builds on it', 'what builds on them'],
  both: ['what it builds on and what builds on it', 'what they build on and what builds on them'],
};

interface Pictured {
  readonly nodes: readonly SceneNode[];
  /** All, also those that are held back; of so many one is drawn. */
  readonly lines: readonly SceneLine[];
  readonly oneIn: number;
  /** Nodes of the neighbourhood that filters or a person took off the stage. */
  readonly leftOut: number;
  /** The title of the focus, where it is on the stage. */
  readonly start: string | null;
}

/** What the picture shows, in a sentence or two. */
export function captionOf(
  { nodes, lines, oneIn, leftOut, start }: Pictured,
  view: View,
  changes: Changes | null = null,
): string[] {
  const papers = nodes.filter(({ kind }) => kind === 'paper').length;
  const stubs = nodes.filter(({ kind }) => kind === 'stub').length;
  const theorems = nodes.filter(({ kind }) => isFormal(kind) && kind !== 'module').length;
  const references = nodes.filter(({ kind }) => kind === 'reference').length;
  const claims = nodes.filter(({ kind }) => kind === 'claim').length;
  const cites = lines.filter(
    ({ kind }) => !['formal', 'uses', 'claim', 'contains', 'asked'].includes(kind),
  ).length;
  const formal = lines.filter(({ kind }) => kind === 'formal').length;
  const uses = lines.filter(({ kind }) => kind === 'uses').length;
  const modules = nodes.filter(({ kind }) => kind === 'module').length;
  const asked = lines.filter(({ kind }) => kind === 'asked').length;
  const parts = [
    counted(papers, 'paper', 'papers'),
    counted(stubs, 'stub', 'stubs'),
    counted(claims, 'claim', 'claims'),
    counted(theorems, 'formal statement', 'formal statements'),
    counted(modules, 'module', 'modules'),
    counted(references, 'reference without any id', 'references without any id'),
    counted(cites, 'citation', 'citations'),
    counted(formal, 'theorem tie', 'theorem ties'),
    counted(uses, 'use', 'uses'),
    counted(asked, 'line from a query', 'lines from a query'),
  ].filter((part) => part !== null);
  const left = leftOut === 0 ? '' : ` Filtered or hidden: ${leftOut.toLocaleString('en')}.`;
  return [
    start === null ? '' : `${aroundWhat(start, view)}.`,
    `${parts.join(', ')}.${left}`,
    oneIn === 1 ? '' : `${thinnedInWords(oneIn)}.`,
    changes ? comparedWith(changes, nodes) : '',
  ].filter(Boolean);
}

/** Of what is drawn: `Compared with then.zip: 12 new, 3 gone, 4 changed.` */
function comparedWith({ before, side }: Changes, nodes: readonly SceneNode[]): string {
  const counts = (['new', 'gone', 'changed'] as const).flatMap((change) => {
    const count = nodes.filter((node) => node.change === change).length;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${change}`];
  });
  const only = side === 'both' ? '' : `, what ${side === 'before' ? 'it' : 'the later snapshot'} holds`;
  return `Compared with ${before}${only}: ${counts.length === 0 ? 'nothing drawn is other' : counts.join(', ')}.`;
}

function aroundWhat(title: string, { cone, direction, depth, seeds }: View): string {
  if (cone)
    return `${title}: ${coneInWords(cone)}${cone.reduced ? ', without lines that longer ways say too' : ''}`;
  const more = counted(seeds.length, 'further seed', 'further seeds');
  const words = DIRECTIONS[direction][more === null ? 0 : 1];
  return `${title}${more === null ? '' : ` and ${more}`}: ${words}, ${depth} ${depth === 1 ? 'step' : 'steps'}`;
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
