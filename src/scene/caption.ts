import type { SceneLine, SceneNode, View } from '../model';

const DIRECTIONS: Record<View['direction'], string> = {
  references: 'what it builds on',
  citing: 'what builds on it',
  both: 'what it builds on and what builds on it',
};

/** What the picture shows, in a sentence or two. */
export function captionOf(nodes: readonly SceneNode[], lines: readonly SceneLine[], view: View): string[] {
  const focus = nodes.find(({ id }) => id === view.focus);
  const papers = nodes.filter(({ kind }) => kind === 'paper').length;
  const stubs = nodes.filter(({ kind }) => kind === 'stub').length;
  const theorems = nodes.filter(({ kind }) => kind === 'theorem' || kind === 'definition').length;
  const cites = lines.filter(({ kind }) => kind === 'cites').length;
  const formal = lines.filter(({ kind }) => kind === 'formal').length;
  const parts = [
    counted(papers, 'paper', 'papers'),
    counted(stubs, 'stub', 'stubs'),
    counted(theorems, 'formal statement', 'formal statements'),
    counted(cites, 'citation', 'citations'),
    counted(formal, 'theorem tie', 'theorem ties'),
  ].filter((part) => part !== null);
  const around = focus
    ? `${focus.title}: ${DIRECTIONS[view.direction]}, ${view.depth} ${view.depth === 1 ? 'step' : 'steps'}.`
    : '';
  return [around, `${parts.join(', ')}.`].filter(Boolean);
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
