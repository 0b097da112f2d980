import type { Connection } from '../tables';

/** So many nodes that lines lead from are together. */
const SHELF = 1024;
const SHELVES = `
SELECT floor(from_node / ${SHELF})::INTEGER AS shelf, count(*)::INTEGER AS pieces,
       min(least(from_node, to_node))::INTEGER AS least, max(greatest(from_node, to_node))::INTEGER AS most
  FROM lines GROUP BY shelf ORDER BY shelf`;

/** Evidence that is fetched at once: of millions, all at once would take several times the room of the lines. */
const AT_ONCE = 250_000;

/** Some of the evidence: that of lines from this node to before that. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly pieces: number;
}

/** Of all evidence: the least and the greatest of its nodes, how many pieces there are, and the spans to fetch it by. */
export interface Extent {
  readonly least: number;
  readonly most: number;
  readonly pieces: number;
  readonly spans: readonly Span[];
}

export async function readExtent(connection: Connection): Promise<Extent> {
  const columns = await connection.query(SHELVES);
  const pieces = columns.numbers('pieces');
  return {
    least: columns.numbers('least').reduce((a, b) => Math.min(a, b), 0),
    most: columns.numbers('most').reduce((a, b) => Math.max(a, b), 0),
    pieces: pieces.reduce((a, b) => a + b, 0),
    spans: spansOf(columns.numbers('shelf'), pieces),
  };
}

/** Shelves one after the other, as many together as go at once. */
function spansOf(shelves: readonly number[], pieces: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < shelves.length;) {
    const first = shelves[at] as number;
    let sum = 0;
    do sum += pieces[at++] as number;
    while (at < shelves.length && sum + (pieces[at] as number) <= AT_ONCE);
    spans.push({ from: first * SHELF, to: ((shelves[at - 1] as number) + 1) * SHELF, pieces: sum });
  }
  return spans;
}
