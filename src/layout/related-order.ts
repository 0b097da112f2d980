import { neighboursOf, type LayoutInput } from './arrangement';

const SWEEPS = 24;

/**
 * Rows in an order that puts works with common neighbours near each other: repeated averaging over neighbours with
 * ranks in between (a power iteration for the graph's slowest mode), the focus left out because it joins everything.
 */
export function relatedOrder(input: LayoutInput, rows: readonly number[]): number[] {
  const neighbours = neighboursOf(input);
  let order = [...rows].sort((a, b) => radical(a) - radical(b) || a - b);
  const place = new Float64Array(input.id.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    order.forEach((row, index) => (place[row] = (index + 0.5) / order.length));
    const next = new Float64Array(input.id.length);
    for (const row of rows) next[row] = averaged(row, neighbours[row] ?? [], place, input.focus);
    order = [...order].sort((a, b) => (next[a] ?? 0) - (next[b] ?? 0) || a - b);
  }
  return order;
}

function averaged(row: number, neighbours: readonly number[], place: Float64Array, focus: number): number {
  let sum = place[row] ?? 0;
  let weight = 1;
  for (const other of neighbours) {
    if (other === focus) continue;
    sum += place[other] ?? 0;
    weight += 1;
  }
  return sum / weight;
}

/** Van der Corput's sequence: a start that is spread evenly and the same every time. */
function radical(index: number): number {
  let result = 0;
  for (let digit = 0.5, rest = index + 1; rest > 0; rest >>>= 1, digit /= 2) if (rest & 1) result += digit;
  return result;
}
