import type { Snapshot } from './snapshot';

type Documents = Snapshot['documents'];

/** A file of one snapshot in the other: byte for byte, with other bytes under its name, or not at all. */
export type Fate = 'same' | 'changed' | 'other';

export interface DocumentDifference {
  readonly same: number;
  readonly changed: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** Names of those that only one snapshot has. */
  readonly gone: readonly string[];
  readonly new: readonly string[];
}

export interface Fates {
  readonly before: ReadonlyMap<string, Fate>;
  readonly after: ReadonlyMap<string, Fate>;
  readonly difference: DocumentDifference;
}

/** Files go by their hashes, then by their whole names, then by names without folders where these stand once on each side. */
export function fatesOf(before: Documents, after: Documents): Fates {
  const pairs = pairsOf(before, after);
  const hashes = new Set(before.sha256);
  const back = new Map([...pairs].map(([from, to]) => [to, from]));
  return {
    before: fates(before, new Set(after.sha256), (row) => pairs.has(row)),
    after: fates(after, hashes, (row) => back.has(row)),
    difference: {
      same: after.sha256.filter((hash) => hashes.has(hash)).length,
      changed: [...pairs].map(([from, to]) => ({
        name: after.name[to] ?? '',
        before: before.sha256[from] ?? '',
        after: after.sha256[to] ?? '',
      })),
      gone: alone(before, new Set(after.sha256), pairs),
      new: alone(after, hashes, back),
    },
  };
}

function fates(
  { document, sha256 }: Documents,
  others: ReadonlySet<string>,
  isPaired: (row: number) => boolean,
): Map<string, Fate> {
  return new Map(
    document.map((number, row) => {
      const fate = others.has(sha256[row] ?? '') ? 'same' : isPaired(row) ? 'changed' : 'other';
      return [String(number), fate];
    }),
  );
}

function alone(
  { name, sha256 }: Documents,
  others: ReadonlySet<string>,
  paired: ReadonlyMap<number, number>,
): string[] {
  return name.filter((_, row) => !others.has(sha256[row] ?? '') && !paired.has(row)).sort();
}

/** Rows of files whose bytes changed, those of before with those of after. */
function pairsOf(before: Documents, after: Documents): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const [hashesBefore, hashesAfter] = [new Set(before.sha256), new Set(after.sha256)];
  for (const nameOf of [(name: string) => name, baseOf]) {
    const free = placesBy(
      after,
      nameOf,
      (row) => !taken.has(row) && !hashesBefore.has(after.sha256[row] ?? ''),
    );
    const own = placesBy(
      before,
      nameOf,
      (row) => !pairs.has(row) && !hashesAfter.has(before.sha256[row] ?? ''),
    );
    for (const [name, [from, ...others]] of own) {
      const [to, ...further] = free.get(name) ?? [];
      if (from === undefined || to === undefined || others.length + further.length > 0) continue;
      pairs.set(from, to);
      taken.add(to);
    }
  }
  return pairs;
}

function placesBy(
  { name }: Documents,
  nameOf: (name: string) => string,
  isFree: (row: number) => boolean,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  name.forEach((full, row) => {
    if (!isFree(row)) return;
    const key = nameOf(full);
    const own = places.get(key);
    if (own) own.push(row);
    else places.set(key, [row]);
  });
  return places;
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
