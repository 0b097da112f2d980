import { Failure, joined, parseAlias, SEPARATOR } from '../model';
import type { Connection } from '../tables';
import { resolveClaims } from './claims';
import type { NodeNumber, Resolved } from './resolved';

export type { NodeNumber, Resolved } from './resolved';

const NAMED = `
SELECT work_id AS node FROM work_ids WHERE alias = ?1
UNION SELECT work_id FROM works WHERE public_id = ?1
UNION SELECT -theorem_id FROM theorems WHERE public_id = ?1`;

const FURTHER_NAMES = `
SELECT DISTINCT -theorem_id AS node, public_id AS id FROM theorem_names JOIN theorems USING (theorem_id) WHERE alias = ?1 ORDER BY id`;

const SHORT_PITH = `
SELECT DISTINCT work_id AS node, pith_number AS name FROM records
 WHERE substr(split_part(pith_number, ':', 3), 1, length(?1)) = ?1 ORDER BY name`;

/** The node that an alias names; null where nothing loaded has it; a short Pith id that fits several works is refused. */
export async function resolveNode(connection: Connection, text: string): Promise<NodeNumber | null> {
  const name = parseAlias(text) ?? text;
  const short = /^pith:([A-Z2-7]{8,26})$/.exec(name)?.[1];
  if (short) return resolveShortPith(connection, short);
  const found = await connection.query(NAMED, [name]);
  return found.numbers('node')[0] ?? resolveFurther(connection, name);
}

/** A Lean declaration may be that of several nodes of a blueprint. */
async function resolveFurther(connection: Connection, name: string): Promise<NodeNumber | null> {
  const found = await connection.query(FURTHER_NAMES, [name]);
  if (found.rowCount > 1) {
    const candidates = found.texts('id');
    throw new Failure('ambiguous', `${name} is a name of several: ${candidates.join(', ')}.`, { candidates });
  }
  return found.numbers('node')[0] ?? null;
}

async function resolveShortPith(connection: Connection, short: string): Promise<NodeNumber | null> {
  const found = await connection.query(SHORT_PITH, [short]);
  const nodes = new Set(found.numbers('node'));
  if (nodes.size > 1) {
    const candidates = found.texts('name');
    throw new Failure('ambiguous', `pith:${short} fits several records: ${candidates.join(', ')}.`, {
      candidates,
    });
  }
  return found.numbers('node')[0] ?? null;
}

const ALL_NAMED = `
WITH asked AS (SELECT unnest(string_split(?1, chr(31))) AS name)
SELECT name, work_id AS node, public_id AS id FROM asked JOIN work_ids ON alias = name JOIN works USING (work_id)
UNION SELECT name, work_id, public_id FROM asked JOIN works ON public_id = name
UNION SELECT name, -theorem_id, public_id FROM asked JOIN theorems ON public_id = name
UNION SELECT name, -min(theorem_id), min(public_id) FROM asked JOIN theorem_names ON alias = name JOIN theorems USING (theorem_id)
 WHERE name NOT IN (SELECT public_id FROM theorems) GROUP BY name HAVING count(DISTINCT theorem_id) = 1`;

/** Many aliases at once, with the public id of each (a claim's node is its work's); those that nothing loaded has are absent. */
export async function resolveNames(
  connection: Connection,
  texts: readonly string[],
): Promise<Map<string, Resolved>> {
  const resolved = new Map<string, Resolved>();
  if (texts.length === 0) return resolved;
  const asked = new Map(texts.map((text) => [text, parseAlias(text) ?? text.toWellFormed()]));
  const found = await connection.query(ALL_NAMED, [joined([...new Set(asked.values())])]);
  const byName = new Map(
    found
      .texts('name')
      .map((name, row) => [
        name,
        { node: found.numbers('node')[row] ?? 0, id: found.texts('id')[row] ?? '' },
      ]),
  );
  const claims = await resolveClaims(
    connection,
    texts.filter((text) => !byName.has(asked.get(text) ?? '')),
  );
  for (const [text, name] of asked) {
    const hit = byName.get(name) ?? claims.get(text) ?? (await resolveAlone(connection, name));
    if (hit) resolved.set(text, hit);
  }
  return resolved;
}

const PUBLIC_ID = `SELECT public_id AS id FROM works WHERE work_id = ?1
UNION ALL SELECT public_id FROM theorems WHERE theorem_id = -?1`;

/** A name that cannot be asked for among others: a short Pith id, or one that holds what separates them. */
async function resolveAlone(connection: Connection, name: string): Promise<Resolved | null> {
  if (!/^pith:[A-Z2-7]{8,26}$/.test(name) && !name.includes(SEPARATOR)) return null;
  const node = await resolveNode(connection, name);
  if (node === null) return null;
  const found = await connection.query(PUBLIC_ID, [node]);
  return { node, id: found.texts('id')[0] ?? '' };
}
