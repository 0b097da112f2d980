import type { FigureFacts, FigureSettings, Scene } from '../model';
import { litIn, type Lit } from '../scene';
import { captionWords } from './caption-words';
import { axisWords } from './axis-words';
import { drawAxisLines, drawAxisWords } from './draw-axis';
import { drawLegend } from './draw-legend';
import { drawNetwork, evidenceOf, verbOf } from './draw-network';
import { drawLabels, drawRows } from './draw-words';
import { asOnScreen, type FigureLabel } from './label';
import type { Onto } from './onto-sheet';
import { pageOf, type Page } from './page';
import { MOST_LABELS, placeForPrint, type Placement } from './place-for-print';
import type { GroupPart, Part, Sheet } from './sheet';
import { FIGURE_COLOURS } from './themes';
import { cleaned } from './words';

export interface FigureInput {
  /** Built for `frameFor`; one of another shape is drawn as large as fits. */
  readonly scene: Scene;
  readonly settings: FigureSettings;
  readonly facts: FigureFacts;
  /** A sentence or two under the title, as large as labels. */
  readonly lead?: string;
  /** `screen` keeps the Scene's own labels: faster, for a preview. */
  readonly placement: 'screen' | 'print';
}

/** The whole page as a list of shapes and words. The same input gives the same Sheet. */
export function drawFigure(input: FigureInput): Sheet {
  const { scene, settings, facts } = input;
  const lead = cleaned(input.lead ?? '');
  const page = pageOf(input);
  const colours = FIGURE_COLOURS[settings.theme];
  const onto: Onto = { ...placeIn(page, scene), colours };
  const lit = litIn(scene, settings.highlight);
  const names = namesOf(scene);
  const network = drawNetwork({ scene, settings, onto, lit, names });
  const { labels, unplaced } = labelsFor(input, lit);
  const others = input.placement === 'print' ? [] : labels.map(({ box }) => box);
  const words = settings.axis ? axisWords(scene, others) : [];
  const hasPlates = !settings.transparent;
  const parts = [
    group('axis', settings.axis ? drawAxisLines(scene, onto) : []),
    group('lines', network.lines),
    group('nodes', network.nodes),
    group('axis-words', drawAxisWords(words, onto, hasPlates)),
    group('labels', drawLabels(labels, onto, hasPlates)),
    group('legend', page.legend ? drawLegend(page.legend, colours, settings.lineWeight) : []),
    group('title', page.title ? drawRows(page.title, colours.ink, true) : []),
    group('lead', page.lead ? drawRows(page.lead, colours.ink, false) : []),
    group('caption', page.caption ? drawRows(page.caption, colours.muted, false) : []),
  ];
  return {
    width: page.width,
    height: page.height,
    size: settings.size,
    title: cleaned(settings.title) || cleaned(scene.caption[0] ?? '') || 'Graph',
    description: [lead, ...captionWords(scene, settings, facts)].filter(Boolean).join(' '),
    date: facts.date,
    ground: settings.transparent ? null : colours.paper,
    paper: colours.paper,
    palette: Object.fromEntries(Object.entries(colours).map(([role, hex]) => [hex, role])),
    isOutlined: settings.outlined,
    parts: parts.filter((one) => one.parts.length > 0),
    nodes: nodesIn(scene, onto, names),
    lines: linesIn(scene, network.lines, names),
    unplaced,
  };
}

function group(id: string, parts: readonly Part[]): GroupPart {
  return { kind: 'group', id, parts };
}

function placeIn({ picture }: Page, { frame }: Scene): Omit<Onto, 'colours'> {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  return {
    x: picture.x + (picture.width - frame.width * scale) / 2,
    y: picture.y + (picture.height - frame.height * scale) / 2,
    scale,
  };
}

function labelsFor({ scene, settings, placement }: FigureInput, lit: Lit | null): Placement {
  if (placement === 'print') return placeForPrint({ scene, settings, ...(lit && { lit: lit.nodes }) });
  const must = new Set(settings.labels.must);
  const labels: FigureLabel[] = [];
  let more = MOST_LABELS[settings.labels.density];
  for (const label of scene.labels) {
    const isMust = must.has(label.node);
    if (!isMust && (more <= 0 || (lit && !lit.nodes.has(label.node)))) continue;
    if (!isMust) more -= 1;
    labels.push(asOnScreen(label));
  }
  const written = new Set(labels.map(({ node }) => node));
  return { labels, unplaced: settings.labels.must.filter((id) => !written.has(id)) };
}

/** An id for each node's group, made of its own where that has plain letters. */
function namesOf({ nodes }: Scene): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map(({ id }): [string, string] => {
      const plain = `node-${id.replace(/[^A-Za-z0-9._-]+/gu, '_')}`;
      let name = plain;
      for (let copy = 2; taken.has(name); copy++) name = `${plain}--${copy}`;
      taken.add(name);
      return [id, name];
    }),
  );
}

function nodesIn({ nodes }: Scene, { x, y, scale }: Onto, names: ReadonlyMap<string, string>) {
  return nodes.map((node) => ({
    id: names.get(node.id) ?? '',
    title: cleaned(node.title),
    label: cleaned(node.label),
    x: x + node.x * scale,
    y: y + node.y * scale,
  }));
}

function linesIn({ lines }: Scene, drawn: readonly GroupPart[], names: ReadonlyMap<string, string>) {
  const seen = new Set(drawn.map(({ id }) => id));
  return lines.flatMap((line, index) => {
    const id = `line-${index + 1}`;
    if (!seen.has(id)) return [];
    const [from, to] = [names.get(line.from) ?? '', names.get(line.to) ?? ''];
    return [{ id, from, to, verb: cleaned(verbOf(line)), evidence: evidenceOf(line) }];
  });
}
