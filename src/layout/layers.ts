import { HEIGHT, rounded, WIDTH, type LayoutInput, type Positions } from './arrangement';
import { packed, type Box, type Packed } from './component-packing';
import { componentsOf, dependenciesOf, partsOf } from './dependencies';
import { layered, type Layered } from './layered';

const LAYER = 64;
const MARK = 32;
const BEND = 12;
/** Between components. */
const BETWEEN = 20;
/** Marks on one level; of a large component more, so that it does not become a tower. */
const MOST_IN_LAYER = 24;
/** Rows of marks without lines. */
const ALONE = 40;
/** Widths that are tried, in parts of one at which all would fit without gaps. */
const WIDTHS = [1, 1.15, 1.3, 1.5, 1.75, 2];
/** Width to height of the picture: aimed at, and the least and most, for which marks are moved apart. */
const ASPECT = 4 / 3;
const [LEAST_ASPECT, MOST_ASPECT] = [0.6, 2.5];

/**
 * Dependency order: what is built on lies below what builds on it, or, where flow is `right`, to the left of it.
 * Lines that close a cycle are passed over. Components stand side by side on one ground; marks without lines in a
 * block below, or to the left.
 */
export function layers(input: LayoutInput): Positions {
  const isRight = input.flow === 'right';
  const { along, across, size } = arranged(input, isRight ? 1 / ASPECT : ASPECT);
  const [x, y] = isRight ? [along, across] : [across, along.map((at) => size.along - at)];
  const [wide, high] = isRight ? [size.along, size.across] : [size.across, size.along];
  const right = Math.max(wide, WIDTH, high * LEAST_ASPECT);
  const bottom = Math.max(high, HEIGHT, right / MOST_ASPECT);
  return {
    id: input.id,
    x: x.map((at) => rounded((at * right) / wide)),
    y: y.map((at) => rounded((at * bottom) / high)),
    axes: [],
    stretches: true,
    bounds: { left: 0, top: 0, right: rounded(right), bottom: rounded(bottom) },
  };
}

interface Arranged {
  /** With the lines, upwards; and across them. */
  readonly along: readonly number[];
  readonly across: readonly number[];
  readonly size: { readonly along: number; readonly across: number };
}

function arranged({ id, from, to }: LayoutInput, aspect: number): Arranged {
  const lines = dependenciesOf(id.length, from, to);
  const components = componentsOf(lines);
  const joined = components.filter(({ length }) => length > 1);
  const alone = components.filter(({ length }) => length === 1).flat();
  const drawings = partsOf(lines, components)
    .filter(({ count }) => count > 1)
    .map((part) => layered(part, { room: { mark: MARK, bend: BEND }, most: mostInLayer(part.count) }));
  const { plan, ground, width } = bestPlan(drawings.map(boxOf), alone.length, aspect);
  const along = id.map(() => 0);
  const across = id.map(() => 0);
  joined.forEach((rows, component) => {
    const drawing = drawings[component];
    const first = leftOf(drawing);
    rows.forEach((row, place) => {
      along[row] = ground + (plan.base[component] ?? 0) + ((drawing?.level[place] ?? 0) + 0.5) * LAYER;
      across[row] = (plan.left[component] ?? 0) + MARK / 2 + (drawing?.across[place] ?? 0) - first;
    });
  });
  const columns = columnsIn(width);
  alone.forEach((row, place) => {
    along[row] = ground - (Math.floor(place / columns) + 0.5) * ALONE;
    across[row] = ((place % columns) + 0.5) * ALONE;
  });
  return { along, across, size: { along: Math.max(1, ground + plan.high), across: Math.max(1, width) } };
}

function mostInLayer(count: number): number {
  return Math.max(MOST_IN_LAYER, Math.ceil(1.5 * Math.sqrt(count)));
}

function leftOf(drawing: Layered | undefined): number {
  return (drawing?.across ?? []).reduce((a, b) => Math.min(a, b), Infinity);
}

function boxOf(drawing: Layered): Box {
  const right = drawing.across.reduce((a, b) => Math.max(a, b), -Infinity);
  return { wide: right - leftOf(drawing) + MARK + BETWEEN, high: drawing.layers * LAYER + BETWEEN };
}

function columnsIn(width: number): number {
  return Math.max(1, Math.floor(width / ALONE));
}

interface Plan {
  readonly plan: Packed;
  /** Room below the components for the marks without lines. */
  readonly ground: number;
  readonly width: number;
}

/** Of some widths the one whose picture is the largest in a frame of the aspect that is aimed at. */
function bestPlan(boxes: readonly Box[], alone: number, aspect: number): Plan {
  const area = boxes.reduce((sum, { wide, high }) => sum + wide * high, alone * ALONE * ALONE);
  const widest = boxes.reduce((most, { wide }) => Math.max(most, wide), ALONE);
  const plans = WIDTHS.map((factor) => {
    const most = Math.max(widest, factor * Math.sqrt(area * aspect));
    const plan = packed(boxes, most);
    const width = Math.max(plan.wide, Math.min(most, alone * ALONE));
    const ground = Math.ceil(alone / columnsIn(width)) * ALONE;
    return { plan, ground, width };
  });
  const sizeOf = ({ plan, ground, width }: Plan) => Math.max(width, (ground + plan.high) * aspect);
  return plans.reduce((best, next) => (sizeOf(next) < sizeOf(best) ? next : best));
}
