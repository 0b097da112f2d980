const LANES = 64;

/** Does the same with every item, many at a time, and gives the results in order. The first item goes alone. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const lane = async (most: number) => {
    for (let count = 0; count < most; count++) {
      const next = entries.next();
      if (next.done) return;
      const [index, item] = next.value;
      results[index] = await work(item);
    }
  };
  await lane(1);
  await Promise.all(Array.from({ length: Math.min(LANES, items.length - 1) }, () => lane(Infinity)));
  return results;
}
