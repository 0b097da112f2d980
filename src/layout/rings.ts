import { neighboursOf, rounded, type LayoutInput, type Positions } from './arrangement';
import { relatedOrder } from './related-order';

const STEP = 150;
/** Left free at the top of each ring for its name, radians. */
const GAP = 0.18;
/** Room along a ring for one mark. */
const ARC = 16;

/** The focus in the middle, everything else on the ring of its distance; a full ring has several tracks. */
export function rings(input: LayoutInput): Positions {
  const order = relatedOrder(
    input,
    input.id.map((_, row) => row),
  );
  const most = input.hops.reduce((a, b) => Math.max(a, ringOf(b)), 0);
  const x: number[] = input.id.map(() => 0);
  const y: number[] = input.id.map(() => 0);
  const angles = new Float64Array(input.id.length);
  for (let ring = 0; ring <= most; ring++) {
    const members = order.filter((row) => ringOf(input.hops[row] ?? 0) === ring);
    placeRing(input, members, ring, angles, x, y);
  }
  const radius = Math.max(1, most) * STEP + STEP / 2;
  const ticks = Array.from({ length: most }, (_, ring) => ({
    at: (ring + 1) * STEP,
    label: `${ring + 1} ${ring === 0 ? 'step' : 'steps'}`,
    isMajor: true,
  }));
  return {
    id: input.id,
    x: x.map(rounded),
    y: y.map(rounded),
    axes: [{ kind: 'rings', ticks }],
    stretches: false,
    bounds: { left: -radius, top: -radius, right: radius, bottom: radius },
  };
}

/** Nodes that were expanded by hand and lie outside the ball (99) go on the outermost ring. */
function ringOf(hops: number): number {
  return Math.min(hops, 4);
}

function placeRing(
  input: LayoutInput,
  members: readonly number[],
  ring: number,
  angles: Float64Array,
  x: number[],
  y: number[],
): void {
  const neighbours = neighboursOf(input);
  const wanted = new Map(
    members.map((row, place) => [row, wantedAngle(input, row, place / members.length, neighbours, angles)]),
  );
  const sorted =
    ring <= 1
      ? [...members]
      : [...members].sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
  const alone = ring === 0 && members.length === 1;
  const base = ring === 0 ? 30 : ring * STEP;
  const tracks = Math.max(1, Math.ceil((members.length * ARC) / (2 * Math.PI * base)));
  sorted.forEach((row, place) => {
    const angle = GAP / 2 + ((place + 0.5) / sorted.length) * (2 * Math.PI - GAP) - Math.PI / 2;
    const track = (place % tracks) - (tracks - 1) / 2;
    const radius = alone ? 0 : base + track * Math.min(ARC, (STEP * 0.7) / tracks);
    angles[row] = angle;
    x[row] = radius * Math.cos(angle);
    y[row] = radius * Math.sin(angle);
  });
}

/** On outer rings, near the neighbours of the ring inside. */
function wantedAngle(
  input: LayoutInput,
  row: number,
  fallback: number,
  neighbours: readonly (readonly number[])[],
  angles: Float64Array,
): number {
  let [cosine, sine] = [0, 0];
  for (const other of neighbours[row] ?? []) {
    if (other === input.focus || (input.hops[other] ?? 0) >= (input.hops[row] ?? 0)) continue;
    cosine += Math.cos(angles[other] ?? 0);
    sine += Math.sin(angles[other] ?? 0);
  }
  return cosine === 0 && sine === 0 ? fallback * 2 * Math.PI - Math.PI : Math.atan2(sine, cosine);
}
