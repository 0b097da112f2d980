/** The Lean module that a file holds: `A/B.lean` is `A.B`. */
export function moduleOf(file: string): string {
  return file.replace(/\.lean$/, '').replaceAll('/', '.');
}

/** The first part of a module's name, which is its library's; null where it is empty. */
export function firstPart(module: string): string | null {
  const [first = ''] = module.split('.', 1);
  return first.trim() === '' ? null : first;
}

/** The first part that all of these modules share; null where they share none. */
export function sharedFirstPart(modules: Iterable<string>): string | null {
  const parts = new Set<string | null>();
  for (const module of modules) if (parts.size < 2) parts.add(firstPart(module));
  const [first = null] = parts;
  return parts.size === 1 ? first : null;
}

/** The first part that most of these modules have, the earlier one of two; null where there is none. */
export function commonFirstPart(modules: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  for (const module of modules) {
    const part = firstPart(module);
    if (part !== null) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [part, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = part;
  return best;
}
