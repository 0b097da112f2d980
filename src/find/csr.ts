/** Lines by the node they belong to: those of node n are `ends` from `starts[n]` to before `starts[n + 1]`, in order. */
export interface Csr {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Distinct lines from each of `count` nodes, of pairs in parts; a line from a node to itself is left out. */
export function csrOf(parts: readonly Pairs[], count: number): Csr {
  // Turned twice: the ends of a node are in the order of the nodes that were turned.
  return distinct(reversed(turned(parts, count)));
}

/** The same lines from their other end. */
export function reversed(lines: Csr): Csr {
  return turned([pairsOf(lines)], lines.starts.length - 1);
}

/** Lines from both of their ends, each once. */
export function undirected(out: Csr, back: Csr): Csr {
  const starts = new Int32Array(out.starts.length);
  const ends = new Int32Array(out.ends.length + back.ends.length);
  let kept = 0;
  for (let node = 0; node < starts.length - 1; node++) {
    let [a, b] = [out.starts[node] as number, back.starts[node] as number];
    const [lastA, lastB] = [out.starts[node + 1] as number, back.starts[node + 1] as number];
    while (a < lastA || b < lastB) {
      const one = a < lastA ? (out.ends[a] as number) : Infinity;
      const other = b < lastB ? (back.ends[b] as number) : Infinity;
      ends[kept++] = Math.min(one, other);
      if (one <= other) a += 1;
      if (other <= one) b += 1;
    }
    starts[node + 1] = kept;
  }
  return { starts, ends: cut(ends, kept) };
}

export function endsOf({ starts, ends }: Csr, node: number): Int32Array {
  return ends.subarray(starts[node], starts[node + 1]);
}

export function degreeOf({ starts }: Csr, node: number): number {
  return (starts[node + 1] as number) - (starts[node] as number);
}

export function hasLine(lines: Csr, from: number, to: number): boolean {
  const { starts, ends } = lines;
  let [low, high] = [starts[from] as number, (starts[from + 1] as number) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const end = ends[middle] as number;
    if (end === to) return true;
    if (end < to) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function pairsOf({ starts, ends }: Csr): Pairs {
  const from = new Int32Array(ends.length);
  for (let node = 0; node < starts.length - 1; node++) from.fill(node, starts[node], starts[node + 1]);
  return { from, to: ends };
}

/** From each node to those that lead to it, in the order of the pairs. */
function turned(parts: readonly Pairs[], count: number): Csr {
  const starts = new Int32Array(count + 1);
  for (const { to } of parts) for (const node of to) starts[node + 1] = (starts[node + 1] as number) + 1;
  for (let node = 0; node < count; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const next = starts.slice(0, count);
  const ends = new Int32Array(starts[count] as number);
  for (const { from, to } of parts) {
    for (let row = 0; row < to.length; row++) {
      const node = to[row] as number;
      const place = next[node] as number;
      ends[place] = from[row] as number;
      next[node] = place + 1;
    }
  }
  return { starts, ends };
}

/** Of lines whose ends are in their order, in their place. */
function distinct({ starts, ends }: Csr): Csr {
  let [kept, line] = [0, 0];
  for (let node = 0; node < starts.length - 1; node++) {
    const last = starts[node + 1] as number;
    for (let before = -1; line < last; line++) {
      const end = ends[line] as number;
      if (end === node || end === before) continue;
      before = end;
      ends[kept++] = end;
    }
    starts[node + 1] = kept;
  }
  return { starts, ends: cut(ends, kept) };
}

function cut(ends: Int32Array, length: number): Int32Array {
  return length < ends.length ? ends.slice(0, length) : ends;
}
