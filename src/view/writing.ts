import type { Camera, Frame, SceneLabel, SceneNode } from '../model';
import { measure, radiusAt, toScreen, type Point } from '../scene';
import type { Emphasis } from './emphasis';
import { collarOf, SHAPE } from './mark-shape';

/** A label in pixels of the screen: left end of the baseline. */
export interface Written {
  readonly text: string;
  /** How many neighbours are not on the stage, as `+3`. */
  readonly note: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isStrong: boolean;
  readonly strength: number;
}

export interface Plate {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly isTitle: boolean;
  }[];
}

export interface Writing {
  readonly labels: readonly Written[];
  readonly plate: Plate | null;
}

export interface Placed {
  readonly labels: readonly SceneLabel[];
  /** The nodes and the camera that the labels were placed for. */
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly camera: Camera;
}

/** Where everything stands at one moment. */
export interface Stand {
  readonly camera: Camera;
  readonly frame: Frame;
  placeOf(id: string): Point | undefined;
}

/** Labels keep their distance to their marks while the camera or the marks move. */
export function writtenAt(placed: Placed, stand: Stand, emphasis: Emphasis): Written[] {
  return placed.labels.flatMap((label) => {
    const node = placed.nodes.get(label.node);
    const place = stand.placeOf(label.node);
    if (!node || !place) return [];
    const home = toScreen(node, placed.camera, stand.frame);
    const now = toScreen(place, stand.camera, stand.frame);
    const isNoted = node.hiddenNeighbours > 0 && (emphasis.nodes.get(label.node) ?? 0) !== 0;
    return [
      {
        ...label,
        x: label.x - home.x + now.x,
        y: label.y - home.y + now.y,
        note: isNoted ? `+${node.hiddenNeighbours}` : '',
        strength: emphasis.nodes.has(label.node) ? 1 : emphasis.strength,
      },
    ];
  });
}

const PLATE = { size: 13, row: 18, padding: 8, widest: 320, margin: 6 };

/** The words of a hovered mark beside it, inside the frame, where they cover the fewest of its neighbours. */
export function plateFor(node: SceneNode, stand: Stand, neighbours: readonly SceneNode[]): Plate {
  const { padding, row } = PLATE;
  const title = wrap(node.title, Math.min(PLATE.widest, stand.frame.width - 40));
  const below = [node.date, node.hiddenNeighbours > 0 ? `+${node.hiddenNeighbours} not shown` : null];
  const foot = below.filter((text) => text !== null).join(' · ');
  const texts = [
    ...title.map((text) => ({ text, isTitle: true })),
    ...(foot ? [{ text: foot, isTitle: false }] : []),
  ];
  const width =
    Math.ceil(Math.max(...texts.map((t) => measure(t.text, PLATE.size, t.isTitle)))) + 2 * padding;
  const height = texts.length * row + 2 * padding - 4;
  const { left, top } = bestCorner(node, { width, height }, stand, neighbours);
  const rows = texts.map((text, index) => ({
    ...text,
    x: left + padding,
    y: top + padding + 11 + index * row,
  }));
  return { left, top, width, height, rows };
}

function bestCorner(
  node: SceneNode,
  { width, height }: { readonly width: number; readonly height: number },
  stand: Stand,
  neighbours: readonly SceneNode[],
): { readonly left: number; readonly top: number } {
  const { frame, camera } = stand;
  const pointOf = (other: SceneNode): Point => toScreen(stand.placeOf(other.id) ?? other, camera, frame);
  const at = pointOf(node);
  const reach = radiusAt(node.radius, camera) * SHAPE.diamond + collarOf(node) + 6;
  const others = [node, ...neighbours].map(pointOf);
  const corners = [at.y - height / 2, at.y - height - reach, at.y + reach].flatMap((top) =>
    [at.x + reach, at.x - reach - width, at.x - width / 2].map((left) => ({ left, top })),
  );
  const kept = corners.map(({ left, top }) => ({
    left: clamp(left, PLATE.margin, frame.width - width - PLATE.margin),
    top: clamp(top, PLATE.margin, frame.height - height - PLATE.margin),
  }));
  const covered = kept.map(
    ({ left, top }) =>
      others.filter(({ x, y }) => x > left - 8 && x < left + width + 8 && y > top - 8 && y < top + height + 8)
        .length,
  );
  return kept[covered.indexOf(Math.min(...covered))] ?? { left: at.x, top: at.y };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function wrap(text: string, room: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/)) {
    const longer = row ? `${row} ${word}` : word;
    if (row && measure(longer, PLATE.size, true) > room) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  rows.push(row);
  return rows
    .slice(0, 2)
    .map((text, index) => fit(rows.length > 2 && index === 1 ? `${text} …` : text, room));
}

function fit(text: string, room: number): string {
  if (measure(text, PLATE.size, true) <= room) return text;
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end)}…`, PLATE.size, true) > room) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

export function isClearOf(plate: Plate, label: Written): boolean {
  const { left, top, width, height } = plate;
  const isBeside = label.x > left + width + 2 || label.x + label.width < left - 2;
  return isBeside || label.y - label.size > top + height || label.y + label.size * 0.3 < top;
}
