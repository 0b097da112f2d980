import { facetTable, type EvidenceGraph } from '../graph';
import { NOT_STATED, type ColourRole, type FacetName } from '../model';
import type { Paint } from './paint';

const COLOURS: readonly ColourRole[] = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

/**
 * The values that most nodes of the neighbourhood have get a colour of their own, all others share a grey; a node
 * with several values has the colour of the most frequent one.
 */
export function facetPaint(graph: EvidenceGraph, facet: FacetName): (id: string) => Paint {
  const { rowOf } = facetTable(graph);
  const { values, starts, numbers } = facetTable(graph).column(facet);
  const paints = paintsOf(facet, values, numbers);
  return (id) => {
    const row = rowOf.get(id) ?? 0;
    const own = [...numbers.subarray(starts[row], starts[row + 1])].flatMap((number) => paints[number] ?? []);
    return own.reduce((best, paint) => ((paint.order ?? 0) < (best.order ?? 0) ? paint : best));
  };
}

function paintsOf(facet: FacetName, values: readonly string[], numbers: Int32Array): Paint[] {
  const counts = new Int32Array(values.length);
  for (const number of numbers) counts[number] = (counts[number] as number) + 1;
  const rank = new Map(
    values
      .map((value, number) => ({ value, number, count: counts[number] ?? 0 }))
      .filter(({ value }) => value !== NOT_STATED)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .map(({ number }, place) => [number, place]),
  );
  return values.map((value, number): Paint => {
    const place = rank.get(number);
    if (place === undefined) return { key: 'colour:none', label: noneOf(facet), colour: 'line', order: 9 };
    const colour = COLOURS[place];
    return colour === undefined
      ? { key: 'colour:other', label: `other ${facet}`, colour: 'c7', order: 8 }
      : { key: `colour:${value}`, label: value, colour, order: place };
  });
}

const OF_STATEMENTS: readonly FacetName[] = ['statement', 'library', 'module'];

function noneOf(facet: FacetName): string {
  return OF_STATEMENTS.includes(facet) ? 'not a formal statement' : `no ${facet} known`;
}
