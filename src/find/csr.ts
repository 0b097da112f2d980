/** Lines by the node they belong to: those of node n are `ends` from `starts[n]` to before `starts[n + 1]`, in order. */
export interface Csr {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Distinct lines from each of `count` nodes; a line from a node to itself is left out. */
export function csrOf({ from, to }: Pairs, count: number): Csr {
  // Twice through: sorted by `to` and then, stably, by `from`, each by counting.
  const byTo = ordered(to, count, null);
  const order = ordered(from, count, byTo);
  const starts = new Int32Array(count + 1);
  const ends = new Int32Array(order.length);
  let [kept, lastFrom, lastTo] = [0, -1, -1];
  for (const row of order) {
    const [source, target] = [from[row] as number, to[row] as number];
    if (source === target || (source === lastFrom && target === lastTo)) continue;
    [lastFrom, lastTo] = [source, target];
    ends[kept] = target;
    kept += 1;
    starts[source + 1] = kept;
  }
  for (let node = 0; node < count; node++)
    starts[node + 1] = Math.max(starts[node + 1] as number, starts[node] as number);
  return { starts, ends: ends.slice(0, kept) };
}

/** The same lines from their other end. */
export function reversed(lines: Csr): Csr {
  const { from, to } = pairsOf(lines);
  return csrOf({ from: to, to: from }, lines.starts.length - 1);
}

/** The same lines from both of their ends. */
export function undirected(lines: Csr): Csr {
  const { from, to } = pairsOf(lines);
  const both = { from: concat(from, to), to: concat(to, from) };
  return csrOf(both, lines.starts.length - 1);
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

function concat(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Rows in the order of their keys, equal keys in the order given (that of the rows where null). */
function ordered(keys: Int32Array, count: number, given: Int32Array | null): Int32Array {
  const next = new Int32Array(count + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 0; key < count; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const sorted = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const row = given ? (given[at] as number) : at;
    const key = keys[row] as number;
    const place = next[key] as number;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return sorted;
}
