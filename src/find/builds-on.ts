import { betweenness } from './betweenness';
import { degreeOf, endsOf } from './csr';
import { mainPaths } from './main-paths';
import { ALL_LINES, type Network } from './network';
import { placesIn, stepsFrom } from './reach';

export interface BuildsOnQuestion {
  /** Node numbers. */
  readonly starts: readonly number[];
  /** How many key routes the main paths have. */
  readonly routes: number;
}

export interface Descendant {
  readonly node: number;
  /** Steps along citers from the nearest start. */
  readonly hops: number;
  /** As known here. */
  readonly citers: number;
  /** Citers of the last two years of what is loaded, less those of the two years before. */
  readonly rise: number;
  readonly recentCiters: number;
  /** How many shortest ways among the starts and their descendants lead over it; null where there are too many to count. */
  readonly betweenness: number | null;
}

export interface BuildsOn {
  /** By hops, then date, then id. */
  readonly descendants: readonly Descendant[];
  /** Node numbers: the works that cite a start directly, the oldest first. */
  readonly firstToCite: readonly number[];
  readonly newestYear: number | null;
  readonly mainPaths: {
    readonly lines: readonly { readonly citing: number; readonly cited: number; readonly share: number }[];
    readonly cycles: readonly (readonly number[])[];
    readonly ways: number;
  };
}

/** Betweenness takes nodes × lines. */
const MOST_BETWEEN = 3_000;

/** What cites the starts, and what cites that, as far as it goes. */
export function buildsOn(network: Network, { starts, routes }: BuildsOnQuestion): BuildsOn {
  const lines = network.lines(['cites']);
  const begins = network.placesOf(starts);
  const steps = stepsFrom(lines.in, begins);
  const all = placesIn(steps);
  const works = all.filter((place) => (steps[place] as number) > 0);
  const between = all.length <= MOST_BETWEEN ? betweenness(network.lines(ALL_LINES).around, all) : null;
  const newest = newestYear(network);
  const byDate = (a: number, b: number) => dateOf(network, a) - dateOf(network, b) || a - b;
  const direct = works.filter((place) => steps[place] === 1).sort(byDate);
  const paths = mainPaths(lines, begins, routes);
  const nodeAt = (place: number) => network.nodeAt(place);
  return {
    descendants: works
      .sort((a, b) => (steps[a] as number) - (steps[b] as number) || byDate(a, b))
      .map((place) => ({
        node: nodeAt(place),
        hops: steps[place] as number,
        citers: degreeOf(lines.in, place),
        ...riseOf(network, [...endsOf(lines.in, place)], newest),
        betweenness: between?.get(place) ?? null,
      })),
    firstToCite: direct.map(nodeAt),
    newestYear: newest,
    mainPaths: {
      lines: paths.lines.map(({ citing, cited, share }) => ({
        citing: nodeAt(citing),
        cited: nodeAt(cited),
        share,
      })),
      cycles: paths.cycles.map((cycle) => cycle.map(nodeAt)),
      ways: paths.ways,
    },
  };
}

function riseOf(network: Network, citers: readonly number[], newest: number | null) {
  const within = (from: number, to: number) =>
    citers.filter((citer) => {
      const year = network.yearOf(citer);
      return year !== null && year >= from && year <= to;
    }).length;
  if (newest === null) return { rise: 0, recentCiters: 0 };
  const recentCiters = within(newest - 1, newest);
  return { rise: recentCiters - within(newest - 3, newest - 2), recentCiters };
}

function newestYear(network: Network): number | null {
  let newest: number | null = null;
  for (let place = 0; place < network.count; place++) {
    const year = network.yearOf(place);
    if (year !== null && (newest === null || year > newest)) newest = year;
  }
  return newest;
}

/** What has no date comes last. */
function dateOf(network: Network, place: number): number {
  return network.dateOf(place) ?? 99_999_999;
}
