import type { FigureSettings, LabelDensity, Scene, SceneNode } from '../model';
import {
  ASCENT,
  changedFirst,
  markOf,
  Occupied,
  signBoxes,
  stripOf,
  toScreen,
  type Box,
  type Mark,
} from '../scene';
import { axisWords } from './axis-words';
import { Crowd } from './crowd';
import type { FigureLabel } from './label';
import { labelTexts, type LabelText } from './label-texts';
import { clearLeader, type Leader } from './leader';
import { spotsOf, type Reach, type Spot } from './label-spots';

/** How many labels each density has at the most, besides those that must be there. */
export const MOST_LABELS: Readonly<Record<LabelDensity, number>> = {
  none: 0,
  few: 12,
  some: 40,
  all: Infinity,
};

/** Between a label and whatever else there is, CSS pixels. */
const AIR = 1.5;

export interface Placement {
  readonly labels: readonly FigureLabel[];
  /** Ids of nodes whose labels had to be there and found no place. */
  readonly unplaced: readonly string[];
}

export interface PrintInput {
  readonly scene: Scene;
  readonly settings: Pick<FigureSettings, 'labels' | 'axis'>;
  /** None where all are drawn alike: others have no label unless they must. */
  readonly lit?: ReadonlySet<string>;
}

/**
 * Labels for paper: those that must be there first, then those of what changed, then the heaviest. Each stands where it covers no mark with its
 * ring, no label, no leader and no word of an axis, and as few lines as can be; it may break into two rows, and where
 * it stands off its mark a leader joins them. The same Scene gives the same labels.
 */
export function placeForPrint({ scene, settings, lit }: PrintInput): Placement {
  const must = new Set(settings.labels.must);
  const ground = groundOf(scene, settings.axis);
  const wanted = ground.marks
    .filter(({ node }) => node.label !== '' && (must.has(node.id) || !lit || lit.has(node.id)))
    .sort((a, b) => order(a.node, b.node, must));
  const labels: FigureLabel[] = [];
  let more = MOST_LABELS[settings.labels.density];
  for (const mark of wanted) {
    const isMust = must.has(mark.node.id);
    if (!isMust && more <= 0) continue;
    const label = placed(mark, ground, isMust);
    if (!label) continue;
    labels.push(label);
    if (!isMust) more -= 1;
  }
  const written = new Set(labels.map(({ node }) => node));
  return { labels, unplaced: settings.labels.must.filter((id) => !written.has(id)) };
}

function order(a: SceneNode, b: SceneNode, must: ReadonlySet<string>): number {
  const first = Number(must.has(b.id)) - Number(must.has(a.id));
  return first || changedFirst(a, b) || b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

interface Ground {
  readonly marks: readonly Mark[];
  readonly taken: Occupied;
  readonly crowd: Crowd;
  readonly limits: Box;
  readonly isSmall: boolean;
}

function groundOf(scene: Scene, hasAxis: boolean): Ground {
  const { nodes, lines, axes, camera, frame } = scene;
  const taken = new Occupied();
  const crowd = new Crowd();
  const marks = nodes.map((node) => markOf(node, camera, frame));
  for (const { at, radius } of marks) taken.add(around(at, radius));
  for (const box of signBoxes(marks, camera)) taken.add(box);
  const shown = hasAxis ? axes : [];
  if (hasAxis) for (const { box } of axisWords(scene, [])) taken.add(box);
  const places = new Map(nodes.map((node) => [node.id, toScreen(node, camera, frame)]));
  for (const { from, to, isHeldBack } of lines) {
    if (isHeldBack) continue;
    const [start, end] = [places.get(from), places.get(to)];
    if (start && end) crowd.add(start, end);
  }
  const limits = { left: 1, top: 1, right: frame.width - 1, bottom: frame.height - stripOf(shown) };
  const inside = marks.filter(({ at: { x, y } }) => x > 0 && y > 0 && x < frame.width && y < limits.bottom);
  return { marks: inside, taken, crowd, limits, isSmall: frame.width < 600 };
}

function around({ x, y }: Mark['at'], radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function placed(mark: Mark, ground: Ground, isMust: boolean): FigureLabel | null {
  const { node } = mark;
  const size = node.isFocus ? (ground.isSmall ? 13 : 15) : ground.isSmall ? 11 : 12;
  const texts = labelTexts(node, size);
  for (const { text, reach } of triesOf(texts, isMust || node.isFocus || node.change !== undefined)) {
    const spot = bestSpot(mark, text, ground, reach);
    if (!spot) continue;
    take(spot, ground);
    return labelAt(mark, text, size, spot);
  }
  return null;
}

interface Try {
  readonly text: LabelText;
  readonly reach: Reach;
}

/** What must be there is rather farther off than short, and as far as it takes. */
function triesOf(texts: readonly LabelText[], isMust: boolean): Try[] {
  const tries = (reach: Reach, some = texts) => some.map((text) => ({ text, reach }));
  const [full, short] = [texts.slice(0, -1), texts.slice(-1)];
  return isMust
    ? [...tries('beside', full), ...tries('near', full), ...tries('beside', short), ...tries('far')]
    : [...tries('beside'), ...tries('near'), ...tries('off')];
}

interface Found extends Spot {
  readonly leader: Leader | null;
}

/** The first ring of places that has a free one, and in it the one that covers the fewest lines. */
function bestSpot(mark: Mark, text: LabelText, { taken, limits, crowd }: Ground, reach: Reach): Found | null {
  const isOff = reach !== 'beside';
  for (const ring of spotsOf(mark, text, reach)) {
    let best: Found | null = null;
    let least = Infinity;
    for (const spot of ring) {
      if (!isWithin(spot.box, limits) || taken.hits(grown(spot.box))) continue;
      const cost = crowd.within(spot.box) + spot.dislike;
      if (cost >= least) continue;
      const leader = isOff ? clearLeader(mark, spot.box, taken) : null;
      if (isOff && !leader) continue;
      [best, least] = [{ ...spot, leader }, cost];
    }
    if (best) return best;
  }
  return null;
}

function take({ box, leader }: Found, { taken }: Ground): void {
  taken.add(box);
  for (const step of leader?.steps ?? []) taken.add(step);
}

function grown({ left, top, right, bottom }: Box): Box {
  return { left: left - AIR, top: top - AIR, right: right + AIR, bottom: bottom + AIR };
}

function isWithin(box: Box, limits: Box): boolean {
  const { left, top, right, bottom } = limits;
  return box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom;
}

function labelAt({ node }: Mark, { rows }: LabelText, size: number, found: Found): FigureLabel {
  const { box, anchor, leader } = found;
  const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : (box.left + box.right) / 2;
  return {
    node: node.id,
    rows,
    x,
    y: box.top + ASCENT * size,
    anchor,
    size,
    isStrong: node.isFocus,
    box,
    leader: leader && { from: leader.from, to: leader.to },
  };
}
