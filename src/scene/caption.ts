import { coneInWords, isFormal, type SceneLine, type SceneNode, type View } from '../model';

const DIRECTIONS: Record<View['direction'], readonly [ofOne: string, ofMore: string]> = {
  references: ['what it builds on', 'what they build on'],
  citing: ['what builds on it', 'what builds on them'],
  both: ['what it builds on and what builds on it', 'what they build on and what builds on them'],
};

interface Pictured {
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
  /** Nodes of the neighbourhood that filters or a person took off the stage. */
  readonly leftOut: number;
}

/** What the picture shows, in a sentence or two. */
export function captionOf({ nodes, lines, leftOut }: Pictured, view: View): string[] {
  const focus = nodes.find(({ id }) => id === view.focus);
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
  return [focus ? `${aroundWhat(focus.title, view)}.` : '', `${parts.join(', ')}.${left}`].filter(Boolean);
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
