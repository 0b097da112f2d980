import { TRUSTS, type FigureSettings, type Scene, type SceneLine, type SceneNode } from '../model';
import {
  bendsOf,
  lineParts,
  markParts,
  paintOrder,
  radiusAt,
  strokeBetween,
  toScreen,
  type Lit,
  type Point,
} from '../scene';
import { clipped } from './clip';
import { partOnto, strengthOf, type Onto } from './onto-sheet';
import type { GroupPart } from './sheet';
import { cleaned } from './words';

export interface NetworkInput {
  readonly scene: Scene;
  readonly settings: FigureSettings;
  readonly onto: Onto;
  readonly lit: Lit | null;
  /** Of nodes, their groups' ids. */
  readonly names: ReadonlyMap<string, string>;
}

interface Standing {
  readonly node: SceneNode;
  readonly at: Point;
  readonly radius: number;
}

/** Lines and marks as groups, the faded ones below. */
export function drawNetwork(input: NetworkInput): { lines: GroupPart[]; nodes: GroupPart[] } {
  const { scene, lit } = input;
  const { camera, frame } = scene;
  const stand = new Map(
    scene.nodes.map((node): [string, Standing] => [
      node.id,
      { node, at: toScreen(node, camera, frame), radius: radiusAt(node.radius, camera) },
    ]),
  );
  const drawn = scene.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line: { id, isHeldBack } }) => !isHeldBack || lit?.lines.has(id));
  const bends = bendsOf(drawn.map(({ line }) => line));
  const lines = drawn
    .map((one, place) => ({ ...one, bend: bends[place] ?? 0 }))
    .sort((a, b) => rankOf(a.line) - rankOf(b.line));
  const isLineLit = (line: SceneLine) => !lit || lit.lines.has(line.id);
  const isNodeLit = (node: SceneNode) => !lit || lit.nodes.has(node.id);
  const marks = paintOrder(scene.nodes);
  return {
    lines: litLast(lines, ({ line }) => isLineLit(line)).flatMap(({ line, index, bend }) =>
      lineGroup(input, line, { index, stand, bend, isLit: isLineLit(line) }),
    ),
    nodes: litLast(marks, isNodeLit).flatMap((node) => {
      const standing = stand.get(node.id);
      return standing ? markGroup(input, standing, isNodeLit(node)) : [];
    }),
  };
}

/** Strong lines run over faint ones, never cut by them. */
function rankOf({ colour }: SceneLine): number {
  return colour === 'faint' ? 0 : colour === 'line' ? 1 : 2;
}

function litLast<Item>(items: readonly Item[], isLit: (item: Item) => boolean): Item[] {
  return [...items.filter((item) => !isLit(item)), ...items.filter(isLit)];
}

interface LinePlace {
  readonly index: number;
  readonly stand: ReadonlyMap<string, Standing>;
  readonly bend: number;
  readonly isLit: boolean;
}

function lineGroup(
  { scene, settings, onto, lit }: NetworkInput,
  line: SceneLine,
  { index, stand, bend, isLit }: LinePlace,
): GroupPart[] {
  const [source, target] = [stand.get(line.from), stand.get(line.to)];
  const stroke = source && target ? strokeBetween(source, target, bend) : null;
  if (!source || !target || !stroke) return [];
  const way = clipped(stroke.from, stroke.to, scene.frame);
  if (!way) return [];
  const [from, to] = way;
  const isCut = to !== stroke.to;
  const seen = { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  const shape = { style: line.style, end: isCut ? ('none' as const) : (line.end ?? 'arrow') };
  const parts = lineParts(shape, seen, { width: line.width * settings.lineWeight, ink: line.colour });
  return [
    {
      kind: 'group',
      id: `line-${index + 1}`,
      sort: line.kind,
      ...(lit && isLit && { isLit }),
      title: cleaned(`${source.node.label} ${verbOf(line)} ${target.node.label}`),
      desc: evidenceOf(line),
      parts: parts.map((part) => partOnto(onto, { x: 0, y: 0 }, part, strengthOf(isLit))),
    },
  ];
}

const VERBS: Readonly<Partial<Record<SceneLine['kind'], string>>> = {
  formal: 'is tied to',
  claim: 'claims',
  asked: 'is joined by a query to',
  several: 'relates to',
  uses_method: 'uses the method of',
  depends_on: 'depends on',
};

export function verbOf({ kind, relation }: SceneLine): string {
  const verb = VERBS[kind] ?? kind;
  return relation ? `${verb} (${relation.replaceAll('_', ' ')})` : verb;
}

export function evidenceOf({ evidence, change }: SceneLine): string {
  const pieces = evidence === 1 ? '1 piece of evidence' : `${evidence} pieces of evidence`;
  return change ? `${pieces}, ${change} since the earlier snapshot` : pieces;
}

function markGroup(
  { scene, onto, lit, names }: NetworkInput,
  { node, at, radius }: Standing,
  isLit: boolean,
): GroupPart[] {
  const { width, height } = scene.frame;
  if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) return [];
  const parts = markParts(node, radius, { isHovered: false, isSelected: false });
  const href = linkOf(node.id);
  return [
    {
      kind: 'group',
      id: names.get(node.id) ?? '',
      sort: node.kind,
      ...(lit && isLit && { isLit }),
      title: cleaned(node.title),
      desc: descriptionOf(node),
      ...(href && { href }),
      parts: parts.map((part) => partOnto(onto, at, part, strengthOf(isLit))),
    },
  ];
}

function descriptionOf({ id, kind, date, trust }: SceneNode): string {
  const verdict = TRUSTS.includes(trust) && trust !== 'none' ? `record ${trust}` : '';
  return cleaned([kind, id, date ?? '', verdict].filter(Boolean).join(', '));
}

/** Where a work is read: of arXiv ids and DOIs alone. */
function linkOf(id: string): string | null {
  const [, scheme, value = ''] = /^(arXiv|doi):(.+)$/su.exec(id) ?? [];
  const path = value.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (scheme === 'arXiv') return `https://arxiv.org/abs/${path}`;
  return scheme === 'doi' ? `https://doi.org/${path}` : null;
}
