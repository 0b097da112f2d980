export interface Wanted {
  readonly at: number;
  readonly weight: number;
}

/** Where a row of marks may stand. */
interface Ends {
  readonly left?: number;
  readonly right?: number;
}

/**
 * The places nearest to the wanted ones, in their order and as far from the first, at the least, as `offsets` say:
 * weighted least squares, solved by pooling adjacent violators (Ayer and others 1955), then kept between the ends.
 */
export function spaced(
  wanted: readonly Wanted[],
  offsets: readonly number[],
  { left, right }: Ends,
): number[] {
  const blocks: { sum: number; weight: number; size: number }[] = [];
  wanted.forEach(({ at, weight }, slot) => {
    const block = { sum: (at - (offsets[slot] ?? 0)) * weight, weight, size: 1 };
    for (let last = blocks.at(-1); last && isAfter(last, block); last = blocks.at(-1)) {
      blocks.pop();
      block.sum = last.sum + block.sum;
      block.weight += last.weight;
      block.size += last.size;
    }
    blocks.push(block);
  });
  const least = left ?? -Infinity;
  const most = (right ?? Infinity) - (offsets.at(-1) ?? 0);
  const places: number[] = [];
  for (const { sum, weight, size } of blocks) {
    const start = Math.max(least, Math.min(most, sum / weight));
    for (let end = places.length + size; places.length < end;)
      places.push(start + (offsets[places.length] ?? 0));
  }
  return places;
}

interface Block {
  readonly sum: number;
  readonly weight: number;
}

function isAfter(a: Block, b: Block): boolean {
  return a.sum / a.weight >= b.sum / b.weight;
}
