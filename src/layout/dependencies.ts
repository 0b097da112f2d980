/** Lines between rows 0 … count - 1, each once and without a circle: `from` is built on `to`. */
export interface Dependencies {
  readonly count: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const [NEW, OPEN, DONE] = [0, 1, 2];

/** Lines that close a circle are passed over: those that a depth-first walk in the order of rows finds leading back. */
export function dependenciesOf(count: number, from: readonly number[], to: readonly number[]): Dependencies {
  const below = linesOf(count, from);
  const state = new Uint8Array(count);
  const isKept = new Uint8Array(from.length);
  for (let start = 0; start < count; start++) {
    if (state[start] === NEW) walk(start, { below, to, state, isKept });
  }
  const kept = from.map((_, line) => line).filter((line) => isKept[line] === 1);
  return {
    count,
    from: kept.map((line) => from[line] ?? 0),
    to: kept.map((line) => to[line] ?? 0),
  };
}

interface Walk {
  /** The lines of each row downwards. */
  readonly below: readonly (readonly number[])[];
  readonly to: readonly number[];
  readonly state: Uint8Array;
  readonly isKept: Uint8Array;
}

/** With a stack of its own: a chain of 100,000 must not overflow the engine's. */
function walk(start: number, { below, to, state, isKept }: Walk): void {
  const stack = [{ row: start, next: 0, met: new Set<number>() }];
  state[start] = OPEN;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const line = below[top.row]?.[top.next++];
    if (line === undefined) {
      state[top.row] = DONE;
      stack.pop();
      continue;
    }
    const child = to[line] ?? 0;
    if (state[child] === OPEN || top.met.has(child)) continue;
    top.met.add(child);
    isKept[line] = 1;
    if (state[child] !== NEW) continue;
    state[child] = OPEN;
    stack.push({ row: child, next: 0, met: new Set() });
  }
}

/** The lines that end at each row, by the column of their ends. */
export function linesOf(count: number, ends: readonly number[]): number[][] {
  const lines: number[][] = Array.from({ length: count }, () => []);
  ends.forEach((row, line) => lines[row]?.push(line));
  return lines;
}

/** Rows that lines join, each group in the order of rows, groups by their first row. */
export function componentsOf({ count, from, to }: Dependencies): number[][] {
  const [out, into] = [linesOf(count, from), linesOf(count, to)];
  const isSeen = new Uint8Array(count);
  const components: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (isSeen[start]) continue;
    isSeen[start] = 1;
    const members = [start];
    const visit = (row: number) => {
      if (isSeen[row]) return;
      isSeen[row] = 1;
      members.push(row);
    };
    for (let next = 0; next < members.length; next++) {
      const row = members[next] ?? 0;
      for (const line of out[row] ?? []) visit(to[line] ?? 0);
      for (const line of into[row] ?? []) visit(from[line] ?? 0);
    }
    components.push(members.sort((a, b) => a - b));
  }
  return components;
}

/** The lines of each component, its rows numbered anew in their order. */
export function partsOf(
  { count, from, to }: Dependencies,
  components: readonly (readonly number[])[],
): Dependencies[] {
  const place = new Int32Array(count);
  const home = new Int32Array(count);
  components.forEach((rows, component) =>
    rows.forEach((row, index) => ([place[row], home[row]] = [index, component])),
  );
  const parts = components.map(({ length }) => ({ count: length, from: [] as number[], to: [] as number[] }));
  from.forEach((source, line) => {
    const part = parts[home[source] ?? 0];
    part?.from.push(place[source] ?? 0);
    part?.to.push(place[to[line] ?? 0] ?? 0);
  });
  return parts;
}
