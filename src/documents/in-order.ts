/** Works on several items at once and gives the results in the items' order. `work` must not reject. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    running.push(work(item));
    const oldest = running.length >= atOnce ? running.shift() : undefined;
    if (oldest) yield await oldest;
  }
  for (const rest of running) yield await rest;
}
