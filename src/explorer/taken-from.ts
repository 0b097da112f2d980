/** Takes out of a list all that `read` makes something of. */
export async function takenFrom<S, T>(list: S[], read: (one: S) => Promise<T | null> | null): Promise<T[]> {
  const taken: T[] = [];
  let left = 0;
  for (const one of list) {
    const reading = read(one);
    const found = reading && (await reading);
    if (found) taken.push(found);
    else list[left++] = one;
  }
  list.length = left;
  return taken;
}
