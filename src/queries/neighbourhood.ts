import { joined, type LineKind, type Relationship, type Trust } from '../model';
import type { Connection } from '../tables';
import { adjacencyOf, type Walk } from './adjacency';
import { readClaims, type Claims } from './claims';
import { LIST } from './list';
import { readRelationships } from './relationships';
import type { NodeNumber } from './resolve';

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
  /** Of a citation `cites` where it states nothing else, as all other lines have; absent where none does. */
  readonly relationship?: readonly Relationship[];
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
  /** Absent where no node has any. */
  readonly claims?: Claims;
}

export interface Question extends Walk {
  /** Works whose claims are told, where they are reached. */
  readonly unfolded?: readonly NodeNumber[];
}

const NODES = `
WITH ball AS MATERIALIZED ${LIST(1)}
SELECT node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS authors,
       date, year, primary_cat AS category, trust, NULL AS status
  FROM ball JOIN works ON work_id = node
UNION ALL
SELECT node, public_id, CASE WHEN kind IN ('def', 'definition', 'structure', 'class', 'inductive', 'abbrev', 'instance')
                             THEN 'definition' ELSE 'theorem' END,
       declaration, library, NULL, NULL, NULL, 'none', CASE WHEN sorry THEN 'contains sorry' ELSE status END
  FROM ball JOIN theorems ON theorem_id = -node
ORDER BY id`;

const UNIDENTIFIED = `
SELECT citing, ref_index, raw FROM citations
 WHERE cited IS NULL AND citing IN (FROM ${LIST(1)}) AND raw IS NOT NULL ORDER BY ref_index, raw`;

/**
 * The nodes within `depth` steps of the seeds (and one step around each expanded node), and all lines among them.
 * Rows are ordered by public id, so that the same documents give the same rows.
 */
export async function neighbourhoodOf(
  connection: Connection,
  { unfolded = [], ...walk }: Question,
): Promise<Neighbourhood> {
  const adjacency = await adjacencyOf(connection);
  const ball = adjacency.ball(walk);
  const reached = [...ball.keys()];
  const [nodes, unidentified, relationships, claims] = await Promise.all([
    connection.query(NODES, [joined(reached)]),
    connection.query(UNIDENTIFIED, [joined(walk.seeds)]),
    readRelationships(connection, reached),
    readClaims(connection, reached, unfolded),
  ]);
  const order = nodes.numbers('node');
  const degrees = order.map((node) => adjacency.degree(node));
  return {
    nodes: {
      node: order,
      id: nodes.texts('id'),
      hops: order.map((node) => ball.get(node) ?? 0),
      kind: nodes.values('kind') as NodeColumns['kind'],
      title: nodes.values('title') as NodeColumns['title'],
      authors: nodes.values('authors') as NodeColumns['authors'],
      date: nodes.values('date') as NodeColumns['date'],
      year: nodes.values('year') as NodeColumns['year'],
      category: nodes.values('category') as NodeColumns['category'],
      trust: nodes.values('trust') as NodeColumns['trust'],
      status: nodes.values('status') as NodeColumns['status'],
      linesOut: degrees.map((degree) => degree.out),
      linesIn: degrees.map((degree) => degree.in),
    },
    lines: withRelationships(adjacency.linesAmong(ball, walk.kinds), relationships),
    unidentified: {
      citing: unidentified.numbers('citing'),
      refIndex: unidentified.values('ref_index') as UnidentifiedColumns['refIndex'],
      raw: unidentified.texts('raw'),
    },
    ...(claims && { claims }),
  };
}

function withRelationships(
  lines: LineColumns,
  stated: Awaited<ReturnType<typeof readRelationships>>,
): LineColumns {
  if (stated.size === 0) return lines;
  const relationship = lines.from.map(
    (from, line): Relationship => stated.get(`${from} ${lines.to[line]}`) ?? 'cites',
  );
  return { ...lines, relationship };
}

/** How many nodes one step more would add to the ball. */
export async function countNextStep(connection: Connection, walk: Walk): Promise<number> {
  const adjacency = await adjacencyOf(connection);
  const wider = adjacency.ball({ ...walk, depth: walk.depth + 1 });
  return [...wider.values()].filter((hops) => hops === walk.depth + 1).length;
}
