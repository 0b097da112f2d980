import {
  joined,
  type LineKind,
  type Relationship,
  type Standing,
  type TieRelation,
  type Trust,
} from '../model';
import type { Connection } from '../tables';
import type { Adjacency, Walk } from './adjacency';
import { readClaims, type Claims } from './claims';
import { IS_DEFINITION } from './formal';
import { LIST } from './list';
import { readRelationships } from './relationships';
import { readTieRelations } from './tie-relations';
import type { NodeNumber } from './resolve';

/** One row a node, as columns of one length; plain data that can be stored and read back. */
export interface NodeColumns {
  readonly node: readonly NodeNumber[];
  readonly id: readonly string[];
  readonly hops: readonly number[];
  readonly kind: readonly ('paper' | 'stub' | 'theorem' | 'definition' | 'axiom' | 'module')[];
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
  /** Of a tie the relation that its evidence states, null for other lines; absent where none states any. */
  readonly tie?: readonly (TieRelation | null)[];
}

/** What only formal statements have, a row each of them. */
export interface FormalColumns {
  readonly node: readonly NodeNumber[];
  readonly library: readonly string[];
  readonly module: readonly (string | null)[];
  /** In the words of the document: lemma, corollary, def, … */
  readonly statement: readonly (string | null)[];
  /** Null where it was not worked out. */
  readonly standing: readonly (Standing | null)[];
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
  /** Absent where no node is a formal statement. */
  readonly formal?: FormalColumns;
}

/** Nodes with their steps, and the uses among them that are drawn, in place of what a walk reaches. */
export interface Part {
  readonly nodes: ReadonlyMap<NodeNumber, number>;
  /** `<from> <to>` */
  readonly uses: ReadonlySet<string>;
}

export interface Question extends Walk {
  readonly part?: Part | null;
  /** Works whose claims are told, where they are reached. */
  readonly unfolded?: readonly NodeNumber[];
}

const NODES = `
WITH ball AS MATERIALIZED ${LIST(1)}
SELECT node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS authors,
       date, year, primary_cat AS category, trust, NULL AS status
  FROM ball JOIN works ON work_id = node
UNION ALL
SELECT node, public_id, CASE WHEN ${IS_DEFINITION} THEN 'definition' WHEN lower(kind) = 'axiom' THEN 'axiom'
                             WHEN kind = 'module' THEN 'module' ELSE 'theorem' END,
       coalesce(title, declaration), library, NULL, NULL, NULL, 'none', CASE WHEN sorry THEN 'contains sorry' ELSE status END
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
  { unfolded = [], part = null, ...walk }: Question,
): Promise<Neighbourhood> {
  const adjacency = await adjacencyIn(connection);
  const ball = part ? withTied(part, adjacency, walk) : adjacency.ball(walk);
  const reached = [...ball.keys()];
  const [nodes, unidentified, relationships, ties, claims, formal] = await Promise.all([
    connection.query(NODES, [joined(reached)]),
    connection.query(UNIDENTIFIED, [joined(walk.seeds)]),
    readRelationships(connection, reached),
    readTieRelations(connection, reached),
    readClaims(connection, reached, unfolded),
    readFormalColumns(connection, reached),
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
    lines: withTies(
      withRelationships(drawn(adjacency.linesAmong(ball, walk.kinds), part), relationships),
      ties,
    ),
    unidentified: {
      citing: unidentified.numbers('citing'),
      refIndex: unidentified.values('ref_index') as UnidentifiedColumns['refIndex'],
      raw: unidentified.texts('raw'),
    },
    ...(claims && { claims }),
    ...(formal && { formal }),
  };
}

/** Loaded with the first question: what a first picture is drawn from is stored. */
async function adjacencyIn(connection: Connection): Promise<Adjacency> {
  const { adjacencyOf } = await import('./adjacency');
  return adjacencyOf(connection);
}

/** What stands in a part, what was added or is near an expanded node, and the works tied to any of that. */
function withTied({ nodes }: Part, adjacency: Adjacency, walk: Walk): Map<NodeNumber, number> {
  const all = new Map([...adjacency.ball({ ...walk, depth: 0 }), ...nodes]);
  if (!walk.kinds.includes('formal')) return all;
  const theorems = [...nodes.keys()].filter((node) => node < 0);
  const tied = adjacency.ball({
    ...{ seeds: theorems, direction: 'citing', depth: 1, kinds: ['formal'], expanded: [] },
  });
  for (const node of tied.keys()) if (!all.has(node)) all.set(node, 1);
  return all;
}

/** Of the uses only those of the part. */
function drawn(lines: LineColumns, part: Part | null): LineColumns {
  if (!part) return lines;
  const isKept = lines.kind.map(
    (kind, line) => kind !== 'uses' || part.uses.has(`${lines.from[line]} ${lines.to[line]}`),
  );
  const keep = <T>(column: readonly T[]) => column.filter((_, line) => isKept[line]);
  const { from, to, kind, evidence, isWeak } = lines;
  return {
    ...{ from: keep(from), to: keep(to), kind: keep(kind) },
    ...{ evidence: keep(evidence), isWeak: keep(isWeak) },
  };
}

const FORMAL = `
SELECT -theorem_id AS node, library, module, kind AS statement FROM theorems
 WHERE theorem_id IN (SELECT -node FROM ${LIST(1)}) ORDER BY public_id`;

async function readFormalColumns(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<FormalColumns | null> {
  const formal = nodes.filter((node) => node < 0);
  if (formal.length === 0) return null;
  const rows = await connection.query(FORMAL, [joined(formal)]);
  return {
    node: rows.numbers('node'),
    library: rows.texts('library'),
    module: rows.values('module') as FormalColumns['module'],
    statement: rows.values('statement') as FormalColumns['statement'],
    standing: rows.numbers('node').map(() => null),
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

function withTies(lines: LineColumns, stated: ReadonlyMap<string, TieRelation>): LineColumns {
  if (stated.size === 0) return lines;
  const { from, to, kind } = lines;
  const tie = from.map((start, line) =>
    kind[line] === 'formal' ? (stated.get(`${start} ${to[line]}`) ?? null) : null,
  );
  return { ...lines, tie };
}

/** How many nodes one step more would add to the ball. */
export async function countNextStep(connection: Connection, walk: Walk): Promise<number> {
  const adjacency = await adjacencyIn(connection);
  const wider = adjacency.ball({ ...walk, depth: walk.depth + 1 });
  return [...wider.values()].filter((hops) => hops === walk.depth + 1).length;
}
