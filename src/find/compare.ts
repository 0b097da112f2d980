import { endsOf } from './csr';
import { ALL_LINES, type Network } from './network';
import type { Library } from './words/library';

export interface CompareQuestion {
  /** Two or three works or selections, as node numbers. */
  readonly groups: readonly (readonly number[])[];
}

export type Aspect = 'references' | 'citers' | 'theorems' | 'words';

/** What has something in exactly these groups: 1 is the first alone, 2 the second, 3 both, 4 the third … */
export interface Region<T> {
  readonly groups: number;
  readonly items: readonly T[];
}

export interface Comparison {
  /** Node numbers in the order of their ids. */
  readonly references: readonly Region<number>[];
  readonly citers: readonly Region<number>[];
  readonly theorems: readonly Region<number>[];
  /** Stems, in their order. */
  readonly words: readonly Region<string>[];
}

/** What groups of works share, and what each has alone. A group has what any of its works has. */
export function compare(network: Network, texts: Library, { groups }: CompareQuestion): Comparison {
  const places = groups.map((group) => network.placesOf(group));
  const cites = network.lines(['cites']);
  const formal = network.lines(ALL_LINES).around;
  const nodes = (of: (place: number) => Iterable<number>) =>
    regions(
      places.map((group) => new Set(group.flatMap((place) => [...of(place)]))),
      (a, b) => a - b,
    ).map((region) => ({
      ...region,
      items: region.items.map((place) => network.nodeAt(place)),
    }));
  return {
    references: nodes((place) => endsOf(cites.out, place)),
    citers: nodes((place) => endsOf(cites.in, place)),
    theorems: nodes((place) => endsOf(formal, place).filter((end) => network.isTheorem(end))),
    words: regions(
      places.map((group) => new Set(group.flatMap((place) => texts.questionOf(place)))),
      (a, b) => (a < b ? -1 : 1),
    ),
  };
}

function regions<T>(sets: readonly ReadonlySet<T>[], order: (a: T, b: T) => number): Region<T>[] {
  const codes = new Map<T, number>();
  sets.forEach((set, at) => {
    for (const item of set) codes.set(item, (codes.get(item) ?? 0) | (1 << at));
  });
  const all = Array.from({ length: 2 ** sets.length - 1 }, (_, at) => at + 1);
  return all.map((groups) => ({
    groups,
    items: [...codes]
      .filter(([, code]) => code === groups)
      .map(([item]) => item)
      .sort(order),
  }));
}
