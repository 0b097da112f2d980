/**
 * The works that a word stands in, by their numbers from the lowest, which are the most cited: each is told as its distance
 * from the one before, in groups of seven bits, the low ones first; all but the last group of a number have the eighth bit set.
 */
export function encodePostings(works: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const work of works) {
    let distance = work - before;
    before = work;
    for (; distance >= 128; distance = Math.floor(distance / 128)) bytes.push((distance % 128) + 128);
    bytes.push(distance);
  }
  return Uint8Array.from(bytes);
}

/** Of bytes that end in the middle of a number, those before it. */
export function decodePostings(bytes: Uint8Array): number[] {
  const works: number[] = [];
  let [work, distance, scale] = [0, 0, 1];
  for (const byte of bytes) {
    distance += (byte % 128) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    work += distance;
    works.push(work);
    [distance, scale] = [0, 1];
  }
  return works;
}

/** The beginning of a word's works, or all of them. */
export interface Postings {
  readonly works: readonly number[];
  readonly isWhole: boolean;
}

/** Works that stand in each of some lists; `total` is null where there may be more after the end of one that was cut. */
export function inAll(lists: readonly Postings[]): {
  readonly works: readonly number[];
  readonly total: number | null;
} {
  const [shortest, ...others] = lists.toSorted((a, b) => a.works.length - b.works.length);
  const cut = lists.filter(({ isWhole }) => !isWhole);
  const end = Math.min(...cut.map(({ works }) => works.at(-1) ?? 0));
  const works = others.reduce(
    (left, { works: right }) => inBoth(left, right),
    (shortest?.works ?? []).filter((work) => work <= end),
  );
  return { works, total: cut.length > 0 ? null : works.length };
}

function inBoth(left: readonly number[], right: readonly number[]): number[] {
  let at = 0;
  return left.filter((work) => {
    while ((right[at] ?? Infinity) < work) at += 1;
    return right[at] === work;
  });
}
