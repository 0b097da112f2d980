import { condense } from './condense';
import { endsOf } from './csr';
import type { Network } from './network';

export interface ReadingOrder {
  /** Node numbers, what is built on before what builds on it, else the oldest first. */
  readonly nodes: readonly number[];
  /** Those that cite each other in a circle stand side by side. */
  readonly cycles: readonly (readonly number[])[];
}

/** An order to read some works in: none comes before one that it cites, and of those that may come next the oldest does. */
export function readingOrder(network: Network, nodes: readonly number[]): ReadingOrder {
  const places = [...new Set(network.placesOf(nodes))].sort((a, b) => a - b);
  const { out } = network.lines(['cites', 'uses']);
  const { component, members } = condense(out, places);
  const older = (a: number, b: number) =>
    (network.dateOf(a) ?? 99_999_999) - (network.dateOf(b) ?? 99_999_999) || a - b;
  const heads = members.map((own) => [...own].sort(older));
  const waitsFor = members.map((own, at) => {
    const cited = own.flatMap((place) => [...endsOf(out, place)].map((end) => component[end] as number));
    return new Set(cited.filter((one) => one !== at && one >= 0));
  });
  const order: number[] = [];
  const left = new Set(members.keys());
  while (left.size > 0) {
    const ready = [...left].filter((at) => waitsFor[at]?.size === 0);
    const next = ready.reduce((a, b) => (older(heads[a]?.[0] ?? 0, heads[b]?.[0] ?? 0) <= 0 ? a : b));
    left.delete(next);
    for (const at of left) waitsFor[at]?.delete(next);
    order.push(next);
  }
  return {
    nodes: order.flatMap((at) => (heads[at] ?? []).map((place) => network.nodeAt(place))),
    cycles: members
      .filter(({ length }) => length > 1)
      .map((own) => own.map((place) => network.nodeAt(place))),
  };
}
