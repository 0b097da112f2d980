interface Keys {
  /** Added to a key it is from 0 to below `count`. */
  readonly shift: number;
  readonly count: number;
}

/** Some places in the order of their keys, equal keys in the order they had: a counting sort. */
export function placesByKey(
  keys: Int32Array,
  { shift, count, places }: Keys & { readonly places: Int32Array },
): Int32Array {
  const next = startsOf(keys, { shift, count });
  const sorted = new Int32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const key = (keys[place] as number) + shift;
    sorted[next[key] as number] = place;
    next[key] = (next[key] as number) + 1;
  }
  return sorted;
}

/** Where each key's places begin in their order; those of a key end where the next one's begin. */
export function startsOf(keys: Int32Array, { shift, count }: Keys): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < keys.length; row++) {
    const after = (keys[row] as number) + shift + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 0; key < count; key++)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  return starts;
}
