import type { Stage } from '../model';
import { nameWithoutEndings } from './file-name';
import type { Attributes, GraphFile } from './graph-file';
import type { Reading } from './reading';
import { NOTHING_SAID } from './theorems';
import { noteMissing, UsesWithin } from './uses-within';

/** What the page beside a drawing says of one node. */
export interface SaidOfNode {
  readonly kind: string | null;
  readonly title: string | null;
  /** Names of Lean declarations. */
  readonly lean: readonly string[];
}

export interface SaidBeside {
  /** `owner/name` on GitHub. */
  readonly repository: string | null;
  readonly nodes: ReadonlyMap<string, SaidOfNode>;
}

export const NOTHING_BESIDE: SaidBeside = { repository: null, nodes: new Map() };

/** The border's colours of leanblueprint (`colorizer` in its blueprint.py), and none. */
const BORDERS: Readonly<Record<string, Stage>> = {
  darkgreen: 'proved',
  green: 'formalised',
  ...{ blue: 'stated', '#ffaa33': 'stated', '': 'stated' },
};
/** What it fills nodes with (`fillcolorizer`); ready to be proved says no more than the border does. */
const FILLS: Readonly<Record<string, Stage | null>> = {
  ...{ '#1cac78': 'proved-all', '#9cec8b': 'proved', '#b0eca3': 'proved' },
  ...{ '#a3d6ff': null, '': null },
};

/**
 * Whether a graph is a dependency graph as leanblueprint draws it: without a name, with pens and arrows as
 * plastexdepgraph sets them, or all nodes boxes and ellipses in leanblueprint's colours.
 */
export function isDrawnBlueprint({ form, name, nodes, everyNode, everyLine }: GraphFile): boolean {
  if (form !== 'dot' || (name ?? '') !== '' || nodes.size === 0) return false;
  if (everyNode.get('penwidth') === '1.8' && everyLine.get('arrowhead') === 'vee') return true;
  const all = [...nodes.values()].map(({ attributes }) => attributes);
  const isOurs = (node: Attributes) =>
    ['box', 'ellipse'].includes(node.get('shape') ?? '') &&
    node.has('color') &&
    stageOfColours(node) !== null;
  return all.every(isOurs);
}

/**
 * A published dependency graph. A line leads from what is used to what uses it: dashed in the statement, else in the
 * proof. It lacks lines that others imply (it is drawn without them), and of two between the same nodes one.
 */
export function readDrawnBlueprint(
  graph: GraphFile,
  beside: SaidBeside,
  { name, facts, problems }: Omit<Reading, 'text'>,
): void {
  const { repository } = beside;
  const library = repository?.split('/')[1] ?? nameWithoutEndings(name);
  if (repository !== null)
    facts.libraries.push({ library, repository, revision: null, licence: null, pointer: '' });
  // Among coloured nodes one without a colour is not stated in Lean; where none has any, nothing is told.
  const isColoured = [...graph.nodes.values()].some(({ attributes }) => attributes.has('color'));
  const ids = new Map<string, string>();
  for (const [label, { attributes, line }] of graph.nodes) {
    const said = beside.nodes.get(label);
    const id = `blueprint:${library}/${label}`;
    ids.set(label, id);
    facts.theorems.push({
      ...NOTHING_SAID,
      ...{ id, library, declaration: label, pointer: `line ${line}` },
      aliases: repository === null ? [] : [`blueprint:${repository}/${label}`],
      lean: [...new Set(said?.lean.map((declaration) => `lean:${library}/${declaration}`))],
      kind: said?.kind ?? kindOfShape(attributes.get('shape')),
      title: said?.title ?? null,
      stage: isColoured ? stageOfColours(attributes) : null,
    });
  }
  const uses = new UsesWithin(ids, facts);
  for (const { source, target, attributes, line } of graph.lines)
    uses.add(target, source, {
      site: attributes.get('style') === 'dashed' ? 'statement' : 'proof',
      pointer: `line ${line}`,
    });
  noteMissing(uses.missing, problems);
}

function kindOfShape(shape: string | undefined): string | null {
  if (shape === 'box') return 'definition';
  return shape === 'ellipse' ? 'theorem' : null;
}

/** Null for colours that are not leanblueprint's own. */
function stageOfColours(node: Attributes): Stage | null {
  const colour = (name: string) => node.get(name)?.trim().toLowerCase() ?? '';
  const [border, fill] = [colour('color'), colour('fillcolor')];
  if (!Object.hasOwn(BORDERS, border) || !Object.hasOwn(FILLS, fill)) return null;
  return FILLS[fill] ?? BORDERS[border] ?? null;
}
