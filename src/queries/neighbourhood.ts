import { joined, type Depth, type Direction, type LineKind, type Trust } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';

export interface NeighbourhoodQuestion {
  readonly seeds: readonly NodeNumber[];
  readonly direction: Direction;
  readonly depth: Depth;
  readonly kinds: readonly LineKind[];
  /** Their direct neighbours are added, along lines of either direction. */
  readonly expanded: readonly NodeNumber[];
}

/** One row a node, as columns of one length; plain data that can be stored and read back. */
export interface NodeColumns {
  readonly node: readonly NodeNumber[];
  readonly id: readonly string[];
  readonly hops: readonly number[];
  readonly kind: readonly ('paper' | 'stub' | 'theorem' | 'definition')[];
  readonly title: readonly (string | null)[];
  readonly authors: readonly (string | null)[];
  readonly date: readonly (string | null)[];
  readonly year: readonly (number | null)[];
  readonly category: readonly (string | null)[];
  readonly trust: readonly Trust[];
  /** A theorem's status in words: `contains sorry`, `proved`, …; null for papers. */
  readonly status: readonly (string | null)[];
  /** Distinct known neighbours, whether shown or not: lines out, lines in. */
  readonly linesOut: readonly number[];
  readonly linesIn: readonly number[];
}

export interface LineColumns {
  readonly from: readonly NodeNumber[];
  readonly to: readonly NodeNumber[];
  readonly kind: readonly LineKind[];
  readonly evidence: readonly number[];
  /** Every piece of its evidence is weak: a tie of scope `file`, a use that is not in the statement. */
  readonly isWeak: readonly boolean[];
}

/** References without any identifier, of the seeds only. */
export interface UnidentifiedColumns {
  readonly citing: readonly NodeNumber[];
  readonly refIndex: readonly (number | null)[];
  readonly raw: readonly string[];
}

export interface Neighbourhood {
  readonly nodes: NodeColumns;
  readonly lines: LineColumns;
  readonly unidentified: UnidentifiedColumns;
}

const LIST = (position: number) =>
  `(SELECT node::INTEGER AS node FROM (SELECT unnest(string_split(?${position}, chr(31))) AS node) WHERE node <> '')`;

const KINDS = `kind IN (SELECT unnest(string_split(?2, chr(31))))`;

/** One step of the walk: the neighbours of `from`, by the lines that the direction allows. */
function step(from: string, direction: Direction): string {
  const out = `SELECT to_node AS node FROM lines SEMI JOIN ${from} f ON from_node = f.node WHERE ${KINDS}`;
  const back = `SELECT from_node AS node FROM lines SEMI JOIN ${from} f ON to_node = f.node WHERE ${KINDS}`;
  if (direction === 'references') return out;
  return direction === 'citing' ? back : `${out} UNION ALL ${back}`;
}

function ballSql(direction: Direction, steps: number): string {
  const ctes = [`hop0 AS MATERIALIZED ${LIST(1)}`, `opened AS MATERIALIZED ${LIST(3)}`];
  const parts = ['SELECT node, 0 AS hops FROM hop0'];
  for (let hop = 1; hop <= steps; hop++) {
    ctes.push(`hop${hop} AS MATERIALIZED (SELECT DISTINCT node FROM (${step(`hop${hop - 1}`, direction)}))`);
    parts.push(`SELECT node, ${hop} FROM hop${hop}`);
  }
  ctes.push(
    `ball AS (${parts.join(' UNION ALL ')} UNION ALL SELECT node, 99 FROM (${step('opened', 'both')}))`,
  );
  return `WITH ${ctes.join(',\n')} SELECT node, min(hops)::INTEGER AS hops FROM ball GROUP BY node`;
}

const NODES = `
WITH ball AS MATERIALIZED ${LIST(1)},
known AS MATERIALIZED (
  SELECT from_node, to_node FROM lines WHERE from_node IN (FROM ball) OR to_node IN (FROM ball)),
outward AS (SELECT from_node AS node, count(DISTINCT to_node)::INTEGER AS n FROM known GROUP BY 1),
inward AS (SELECT to_node AS node, count(DISTINCT from_node)::INTEGER AS n FROM known GROUP BY 1)
SELECT b.node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS authors,
       date, year, primary_cat AS category, trust, NULL AS status, coalesce(o.n, 0) AS lines_out, coalesce(i.n, 0) AS lines_in
  FROM ball b JOIN works w ON w.work_id = b.node LEFT JOIN outward o ON o.node = b.node LEFT JOIN inward i ON i.node = b.node
UNION ALL
SELECT b.node, public_id, CASE WHEN t.kind IN ('def', 'definition', 'structure', 'class', 'inductive', 'abbrev', 'instance')
                               THEN 'definition' ELSE 'theorem' END,
       declaration, library, NULL, NULL, NULL, 'none',
       CASE WHEN sorry THEN 'contains sorry' ELSE status END, coalesce(o.n, 0), coalesce(i.n, 0)
  FROM ball b JOIN theorems t ON -t.theorem_id = b.node LEFT JOIN outward o ON o.node = b.node LEFT JOIN inward i ON i.node = b.node
ORDER BY id`;

const LINES = `
WITH ball AS MATERIALIZED ${LIST(1)}
SELECT from_node, to_node, kind, count(*)::INTEGER AS evidence, bool_and(is_weak) AS is_weak
  FROM lines WHERE from_node IN (FROM ball) AND to_node IN (FROM ball) AND ${KINDS}
 GROUP BY from_node, to_node, kind ORDER BY from_node, to_node, kind`;

const UNIDENTIFIED = `
SELECT citing, ref_index, raw FROM citations
 WHERE cited IS NULL AND citing IN (FROM ${LIST(1)}) AND raw IS NOT NULL ORDER BY ref_index, raw`;

/**
 * The nodes within `depth` steps of the seeds (and one step around each expanded node), and all lines among them.
 * Rows are ordered by public id, so that the same documents give the same rows.
 */
export async function neighbourhoodOf(
  connection: Connection,
  question: NeighbourhoodQuestion,
): Promise<Neighbourhood> {
  const kinds = joined(question.kinds);
  const ball = await connection.query(ballSql(question.direction, question.depth), [
    joined(question.seeds),
    kinds,
    joined(question.expanded),
  ]);
  const hops = new Map(ball.numbers('node').map((node, row) => [node, ball.numbers('hops')[row] ?? 0]));
  const inside = joined([...hops.keys()]);
  const [nodes, lines, unidentified] = await Promise.all([
    connection.query(NODES, [inside]),
    connection.query(LINES, [inside, kinds]),
    connection.query(UNIDENTIFIED, [joined(question.seeds)]),
  ]);
  const order = nodes.numbers('node');
  return {
    nodes: {
      node: order,
      id: nodes.texts('id'),
      hops: order.map((node) => hops.get(node) ?? 0),
      kind: nodes.values('kind') as NodeColumns['kind'],
      title: nodes.values('title') as NodeColumns['title'],
      authors: nodes.values('authors') as NodeColumns['authors'],
      date: nodes.values('date') as NodeColumns['date'],
      year: nodes.values('year') as NodeColumns['year'],
      category: nodes.values('category') as NodeColumns['category'],
      trust: nodes.values('trust') as NodeColumns['trust'],
      status: nodes.values('status') as NodeColumns['status'],
      linesOut: nodes.numbers('lines_out'),
      linesIn: nodes.numbers('lines_in'),
    },
    lines: {
      from: lines.numbers('from_node'),
      to: lines.numbers('to_node'),
      kind: lines.values('kind') as LineColumns['kind'],
      evidence: lines.numbers('evidence'),
      isWeak: lines.values('is_weak') as LineColumns['isWeak'],
    },
    unidentified: {
      citing: unidentified.numbers('citing'),
      refIndex: unidentified.values('ref_index') as UnidentifiedColumns['refIndex'],
      raw: unidentified.texts('raw'),
    },
  };
}

/** How many nodes one step more would add to the ball. */
export async function countNextStep(
  connection: Connection,
  question: NeighbourhoodQuestion,
): Promise<number> {
  const wider = ballSql(question.direction, question.depth + 1);
  const sql = `SELECT count(*)::INTEGER AS n FROM (${wider}) WHERE hops = ${question.depth + 1}`;
  const parameters = [joined(question.seeds), joined(question.kinds), joined(question.expanded)];
  return (await connection.query(sql, parameters)).numbers('n')[0] ?? 0;
}
