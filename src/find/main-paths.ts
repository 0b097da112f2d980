import { condense, type Condensed } from './condense';
import { endsOf } from './csr';
import type { Lines } from './network';
import { placesIn, stepsFrom } from './reach';

/** From what is cited to what cites it, between components without cycles. */
interface Arc {
  readonly from: number;
  readonly to: number;
  /** The share of all ways from the starts to the newest works that lead over it. */
  readonly share: number;
}

export interface MainPaths {
  /** Lines as `citing` and `cited` places, with the share of all ways that lead over the arc they belong to. */
  readonly lines: readonly { readonly citing: number; readonly cited: number; readonly share: number }[];
  /** Works that cite each other in a circle: each counts as one. */
  readonly cycles: readonly (readonly number[])[];
  /** log10 of how many ways there are in all. */
  readonly ways: number;
}

/**
 * Main path analysis by search path count (Hummon and Doreian 1989; Batagelj 2003): how many of all ways from the
 * starts along citers to works that nothing cites lead over an arc. Key routes (Liu and Lu 2012): from the arcs with
 * the greatest counts on, forwards and backwards by the greatest each time; ties by id. Cycles are condensed first.
 */
export function mainPaths({ out, in: citers }: Lines, starts: readonly number[], routes: number): MainPaths {
  const places = placesIn(stepsFrom(citers, starts));
  const condensed = condense(out, places);
  const { arcs, ways } = countedArcs(condensed, citers, starts);
  const chosen = keyRoutes(arcs, routes);
  const lines = [...chosen].flatMap(({ from, to, share }) =>
    (condensed.members[to] ?? []).flatMap((citing) =>
      [...endsOf(out, citing)]
        .filter((cited) => condensed.component[cited] === from)
        .map((cited) => ({ citing, cited, share })),
    ),
  );
  return {
    lines: lines.sort((a, b) => b.share - a.share || a.citing - b.citing || a.cited - b.cited),
    cycles: condensed.members.filter(({ length }) => length > 1),
    ways: ways / Math.LN10,
  };
}

/**
 * Counts grow beyond any number, so ways are counted by their logarithm and arcs by the chance that a way, all ways
 * alike, leads over them: that is the search path count divided by the number of ways.
 */
function countedArcs({ component, members }: Condensed, citers: Lines['in'], starts: readonly number[]) {
  const targets = members.map((own, from) => {
    const ends = new Set(
      own.flatMap((place) => [...endsOf(citers, place)].map((citer) => component[citer] as number)),
    );
    ends.delete(from);
    return [...ends].filter((to) => to >= 0).sort((a, b) => first(members, a) - first(members, b));
  });
  // Who cites comes after whom it cites: citers have the greater numbers, the newest the greatest.
  const waysOn = new Float64Array(members.length);
  for (let from = members.length - 1; from >= 0; from--) {
    const ends = targets[from] as number[];
    if (ends.length > 0) waysOn[from] = sumOfLogs(ends.map((to) => waysOn[to] as number));
  }
  const begins = [...new Set(starts.map((start) => component[start] as number))];
  const ways = sumOfLogs(begins.map((begin) => waysOn[begin] as number));
  const mass = new Float64Array(members.length);
  for (const begin of begins) mass[begin] = Math.exp((waysOn[begin] as number) - ways);
  const arcs: Arc[] = [];
  for (let from = 0; from < members.length; from++) {
    for (const to of targets[from] as number[]) {
      const share = (mass[from] as number) * Math.exp((waysOn[to] as number) - (waysOn[from] as number));
      mass[to] = (mass[to] as number) + share;
      arcs.push({ from, to, share: Math.round(share * 1e12) / 1e12 });
    }
  }
  return { arcs, ways };
}

function first(members: Condensed['members'], component: number): number {
  return members[component]?.[0] ?? 0;
}

function sumOfLogs(logs: readonly number[]): number {
  const greatest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  return greatest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - greatest), 0));
}

function keyRoutes(arcs: readonly Arc[], routes: number): Set<Arc> {
  const onward = byEnd(arcs, ({ from }) => from);
  const backward = byEnd(arcs, ({ to }) => to);
  const chosen = new Set<Arc>();
  // Stable: equal arcs stay in the order of their ends.
  const keys = [...arcs].sort((a, b) => b.share - a.share).slice(0, routes);
  for (const key of keys) {
    for (let arc: Arc | undefined = key; arc; arc = best(onward.get(arc.to))) chosen.add(arc);
    for (let arc: Arc | undefined = key; arc; arc = best(backward.get(arc.from))) chosen.add(arc);
  }
  return chosen;
}

function byEnd(arcs: readonly Arc[], endOf: (arc: Arc) => number): Map<number, Arc[]> {
  const ends = new Map<number, Arc[]>();
  for (const arc of arcs) {
    const known = ends.get(endOf(arc));
    if (known) known.push(arc);
    else ends.set(endOf(arc), [arc]);
  }
  return ends;
}

function best(arcs: readonly Arc[] = []): Arc | undefined {
  return arcs.reduce<Arc | undefined>((a, b) => (a && a.share >= b.share ? a : b), undefined);
}
