import { rounded, type LayoutInput, type Positions } from './arrangement';

/** Stage units between a claim and any other mark. */
const APART = 19;
const ASIDE = 34;
const MOST_RINGS = 40;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Each claim at the free spot next to its paper, the first claim uppermost. */
export function besidePapers(positions: Positions, { claims }: LayoutInput): Positions {
  if (!claims) return positions;
  const taken: Spot[] = positions.id.map((_, row) => spotOf(positions, row));
  const isTimeline = positions.axes.some(({ kind }) => kind === 'time');
  const spots = new Map<number, Spot>();
  for (const [paper, own] of byPaper(claims.paper)) {
    const near = isTimeline ? inColumn(positions, paper) : inCircles(spotOf(positions, paper));
    const free = firstFree(near, own.length, taken).sort((a, b) => a.y - b.y || a.x - b.x);
    own.forEach((claim, place) => spots.set(claim, free[place] ?? spotOf(positions, paper)));
  }
  const placed = claims.id.map((_, claim) => spots.get(claim) ?? { x: 0, y: 0 });
  return {
    ...positions,
    id: [...positions.id, ...claims.id],
    x: [...positions.x, ...placed.map(({ x }) => rounded(x))],
    y: [...positions.y, ...placed.map(({ y }) => rounded(y))],
    bounds: boundsWith(positions.bounds, placed),
  };
}

function spotOf({ x, y }: Positions, row: number): Spot {
  return { x: x[row] ?? 0, y: y[row] ?? 0 };
}

function byPaper(papers: readonly number[]): Map<number, number[]> {
  const claims = new Map<number, number[]>();
  papers.forEach((paper, claim) => claims.set(paper, [...(claims.get(paper) ?? []), claim]));
  return claims;
}

/** Near its paper's date: below and above it in turn, a step aside, so that each is seen joined to it. */
function inColumn(positions: Positions, paper: number): Spot[] {
  const { x, y } = spotOf(positions, paper);
  const { right, bottom } = positions.bounds;
  const aside = x + ASIDE < right ? ASIDE : -ASIDE;
  return Array.from({ length: 2 * MOST_RINGS }, (_, step) => {
    const away = Math.ceil((step + 1) / 2) * (APART + 1);
    return { x: x + aside, y: step % 2 === 0 ? y + away : y - away };
  }).filter((spot) => spot.y > 0 && spot.y < bottom);
}

function inCircles({ x, y }: Spot): Spot[] {
  return Array.from({ length: MOST_RINGS }, (_, ring) => {
    const radius = ASIDE + ring * APART;
    const places = 8 * (ring + 1);
    return Array.from({ length: places }, (__, place) => {
      const angle = ((place + 0.5) / places) * 2 * Math.PI;
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    });
  }).flat();
}

/** So many, as far as there are; they are taken then. */
function firstFree(spots: readonly Spot[], count: number, taken: Spot[]): Spot[] {
  const free: Spot[] = [];
  for (const spot of spots) {
    if (free.length === count) break;
    if (taken.some(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < APART)) continue;
    free.push(spot);
    taken.push(spot);
  }
  return free;
}

function boundsWith(bounds: Positions['bounds'], spots: readonly Spot[]): Positions['bounds'] {
  return spots.reduce(
    ({ left, top, right, bottom }, { x, y }) => ({
      left: Math.min(left, rounded(x)),
      top: Math.min(top, rounded(y)),
      right: Math.max(right, rounded(x)),
      bottom: Math.max(bottom, rounded(y)),
    }),
    bounds,
  );
}
