import { endsOf, type Csr } from './csr';
import { ALL_LINES, type Network } from './network';

export interface Dependent {
  readonly node: number;
  /** Steps from what is in doubt. */
  readonly steps: number;
  /** Node numbers from what is in doubt to this one: one shortest way, ties by id. */
  readonly path: readonly number[];
}

export interface CascadeQuestion {
  /** Node numbers of what is in doubt. */
  readonly starts: readonly number[];
}

export interface Cascade {
  /** Reached over theorem uses alone. */
  readonly formally: readonly Dependent[];
  /** Reached only over a citation or a tie somewhere on the way: that a work is tied to a theorem does not make it rest on it. */
  readonly otherwise: readonly Dependent[];
}

/** All that depends on some works or theorems: what leads a line to them, and to that, as far as it goes. */
export function cascade(network: Network, { starts }: CascadeQuestion): Cascade {
  const begins = network.placesOf(starts);
  const formally = dependents(network, network.lines(['uses']).in, begins);
  const isFormal = new Set(formally.map(({ node }) => node));
  const all = dependents(network, network.lines(ALL_LINES).in, begins);
  return { formally, otherwise: all.filter(({ node }) => !isFormal.has(node)) };
}

/** By steps, then id. */
function dependents(network: Network, back: Csr, starts: readonly number[]): Dependent[] {
  const from = new Map<number, number | null>(starts.map((start) => [start, null]));
  const found: Dependent[] = [];
  let rim = [...new Set(starts)].sort((a, b) => a - b);
  for (let steps = 1; rim.length > 0; steps++) {
    const next: number[] = [];
    for (const place of rim) {
      for (const dependent of endsOf(back, place)) {
        if (from.has(dependent)) continue;
        from.set(dependent, place);
        next.push(dependent);
      }
    }
    rim = next.sort((a, b) => a - b);
    for (const place of rim)
      found.push({ node: network.nodeAt(place), steps, path: wayTo(network, from, place) });
  }
  return found;
}

function wayTo(network: Network, from: ReadonlyMap<number, number | null>, end: number): number[] {
  const way: number[] = [];
  for (let place: number | null | undefined = end; typeof place === 'number'; place = from.get(place))
    way.unshift(network.nodeAt(place));
  return way;
}
