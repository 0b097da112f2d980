import type { LegendEntry, SceneNode } from '../model';
import { lineParts, markParts, measure, ringOf, type DrawnPart, type Theme } from '../scene';
import { COUNT_GAP, type LegendBox, type LegendRow } from './legend-box';
import { partOnto, type Onto } from './onto-sheet';
import type { GroupPart, Part, WordsPart } from './sheet';

/** A sample in CSS pixels, about the middle of its place. */
const [RADIUS, HALF_LINE, LINE_WIDTH, CHANGED_WIDTH] = [5, 13, 1.4, 2.2];
/** The size of words that samples are drawn for, CSS pixels. */
const WORDS = 12;

export interface LegendPlace {
  readonly box: LegendBox;
  readonly x: number;
  readonly y: number;
}

/** A group for each entry, with its key as its description. */
export function drawLegend({ box, x, y }: LegendPlace, colours: Theme, lineWeight: number): GroupPart[] {
  return box.columns.flat().map((row, index) => ({
    kind: 'group',
    id: `legend-${index + 1}`,
    ...(row.entry && { desc: row.entry.key }),
    parts: [...sampleOf(row, { box, x, y }, colours, lineWeight), ...wordsOf(row, { box, x, y }, colours)],
  }));
}

function wordsOf({ x, y, rows, entry }: LegendRow, place: LegendPlace, colours: Theme): Part[] {
  const { size, indent, leading } = place.box;
  const words = rows.map((text, row): WordsPart => ({
    kind: 'words',
    text,
    x: place.x + x + (entry ? indent : 0),
    y: place.y + y + row * leading,
    size,
    isStrong: entry === null,
    colour: entry ? colours.ink : colours.muted,
    anchor: 'start',
  }));
  const last = words.at(-1);
  if (!entry || !last) return words;
  const end = last.x + measure(last.text, size, false) + COUNT_GAP * size;
  return [...words, { ...last, text: String(entry.count), x: end, colour: colours.muted }];
}

function sampleOf(
  { x, y, entry }: LegendRow,
  { box, ...place }: LegendPlace,
  colours: Theme,
  lineWeight: number,
): Part[] {
  if (!entry) return [];
  const scale = box.size / WORDS;
  const onto: Onto = {
    x: place.x + x + HALF_LINE * scale,
    y: place.y + y - box.size * 0.32,
    scale,
    colours,
  };
  return partsOf(entry, lineWeight).map((part) => partOnto(onto, { x: 0, y: 0 }, part));
}

function partsOf({ mark }: LegendEntry, lineWeight: number): DrawnPart[] {
  if (mark.line) {
    const stroke = { from: { x: -HALF_LINE, y: 0 }, to: { x: HALF_LINE, y: 0 }, length: 2 * HALF_LINE };
    const width = mark.change && mark.change !== 'gone' ? CHANGED_WIDTH : LINE_WIDTH;
    const look = { width: width * Math.min(1.5, lineWeight), ink: mark.colour };
    return lineParts({ style: mark.line, end: mark.end ?? 'arrow' }, stroke, look);
  }
  const kind = mark.shape ?? (mark.standing ? 'theorem' : 'paper');
  const node = sample({ kind, fill: mark.colour, ...mark });
  const radius =
    (kind === 'theorem' || kind === 'axiom' ? RADIUS * 0.85 : RADIUS) - (ringOf(node) === 'none' ? 0 : 1.3);
  return markParts(node, radius, {
    isHovered: false,
    isSelected: false,
  });
}

function sample({
  trust = 'none',
  standing,
  change,
  kind,
  fill,
}: Partial<SceneNode> & Pick<SceneNode, 'kind' | 'fill'>): SceneNode {
  return {
    ...{ id: '', x: 0, y: 0, radius: RADIUS, hops: 1, hiddenNeighbours: 0, label: '', weight: 0 },
    ...{ isFocus: false, isPinned: false, title: '', date: null },
    ...{ kind, fill, trust, ...(standing && { standing }), ...(change && { change }) },
  };
}
