import type { Gathered, Scene, SceneCluster, SceneLine, View } from '../model';

type Picture = Pick<Scene, 'nodes' | 'lines'>;

/** What is drawn before any camera is known: all. */
export function ungathered({ nodes, lines }: Picture, clusters: readonly SceneCluster[]): Gathered {
  const isThinned = lines.some(({ isHeldBack }) => isHeldBack);
  return { clusters, closed: [], apart: [], nodes, lines, isThinned, words: '' };
}

/**
 * Closes the clusters that open at a nearer zoom; what is selected of them is drawn beside their marks. The same object
 * where that changes nothing.
 */
export function gather(
  picture: Picture,
  before: Gathered,
  { camera, selection }: Pick<View, 'camera' | 'selection'>,
): Gathered {
  const { clusters } = before;
  const closed = clusters.filter(({ opensAt }) => camera.zoom < opensAt);
  const ends = new Map<string, string>();
  for (const { mark, works } of closed) for (const id of works) ends.set(id, mark.id);
  const apart = [...new Set(selection.flatMap((one) => one.split(' → ')))].filter((id) => ends.delete(id));
  const isSame =
    closed.length === before.closed.length &&
    closed.every((one, row) => one === before.closed[row]) &&
    apart.join('\n') === before.apart.join('\n');
  if (isSame) return before;
  if (closed.length === 0) return ungathered(picture, clusters);
  const nodes = [...closed.map(({ mark }) => mark), ...picture.nodes.filter(({ id }) => !ends.has(id))];
  const gathered = gatheredLines(picture.lines, ends);
  return { clusters, closed, apart, nodes, ...gathered, words: inWords(ends.size, closed.length) };
}

interface Bundle {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  count: number;
  evidence: number;
}

/** All lines between a cluster and something else as one; those inside a cluster are not drawn. */
function gatheredLines(
  lines: readonly SceneLine[],
  ends: ReadonlyMap<string, string>,
): Pick<Gathered, 'lines' | 'isThinned'> {
  let isThinned = false;
  const drawn: SceneLine[] = [];
  const bundles = new Map<string, Bundle>();
  for (const line of lines) {
    const [from = line.from, to = line.to] = [ends.get(line.from), ends.get(line.to)];
    if (from === line.from && to === line.to) {
      drawn.push(line);
      isThinned ||= line.isHeldBack === true;
      continue;
    }
    const isBetween = from !== line.from && to !== line.to;
    if (from === to) continue;
    if (line.isHeldBack && !isBetween) {
      isThinned = true;
      continue;
    }
    const [first, second] = from < to ? [from, to] : [to, from];
    const id = `${first} → ${second}`;
    const bundle = bundles.get(id) ?? { id, from: first, to: second, count: 0, evidence: 0 };
    bundle.count += 1;
    bundle.evidence += line.evidence;
    bundles.set(id, bundle);
  }
  return { lines: [...drawn, ...asLines([...bundles.values()])], isThinned };
}

/** The most lines are as wide as this, CSS pixels. */
const WIDEST = 5;

function asLines(bundles: readonly Bundle[]): SceneLine[] {
  const most = bundles.reduce((so, { count }) => Math.max(so, count), 1);
  const sorted = [...bundles].sort((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
  return sorted.map(({ id, from, to, count, evidence }) => {
    const share = count / most;
    return {
      ...{ id, from, to, evidence },
      kind: 'gathered',
      style: 'solid',
      end: 'none',
      colour: share > 0.2 ? 'line' : 'faint',
      width: 0.5 + (WIDEST - 0.5) * share,
    };
  });
}

function inWords(works: number, clusters: number): string {
  const counted = clusters === 1 ? '1 cluster' : `${clusters.toLocaleString('en')} clusters`;
  return `${works.toLocaleString('en')} works in ${counted}, all lines between two as one; zoom in to see them`;
}
