import { Failure, joined } from '../model';
import type { Cell, Connection } from '../tables';
import { resolveNames } from './resolve';
import { rowsOf } from './rows';

/** Numbers are ids only in columns of these names: what to multiply them by to have node numbers. */
const SIGNS: ReadonlyMap<string, 1 | -1> = new Map([
  ...['work_id', 'citing', 'cited', 'node', 'from_node', 'to_node'].map((name) => [name, 1] as const),
  ...['theorem_id', 'uses'].map((name) => [name, -1] as const),
]);

/** So many are looked at first: where half of them are nobody's name, the column holds something else. */
const FIRST = 50;

/** The public ids of the works and theorems that the values of a column name; null where it holds something else. */
export async function idsIn(
  connection: Connection,
  name: string,
  values: ReadonlySet<Cell>,
): Promise<Map<Cell, string> | null> {
  const numbers = [...values].filter((value) => typeof value === 'number').filter(Number.isSafeInteger);
  const sign = SIGNS.get(name.toLowerCase());
  if (numbers.length > 0) return sign === undefined ? null : numbered(connection, numbers, sign);
  const texts = [...values].filter((value) => typeof value === 'string');
  const first = await named(connection, texts.slice(0, FIRST));
  if (first.size === 0 || first.size * 2 < Math.min(FIRST, texts.length)) return null;
  return new Map([...first, ...(await named(connection, texts.slice(FIRST)))]);
}

async function named(connection: Connection, texts: readonly string[]): Promise<Map<string, string>> {
  try {
    const found = await resolveNames(connection, texts);
    return new Map([...found].map(([text, { id }]) => [text, id]));
  } catch (failure) {
    // A short Pith id of several records names none of them.
    if (failure instanceof Failure && failure.kind === 'ambiguous') return new Map();
    throw failure;
  }
}

const NUMBERED = `WITH asked AS (SELECT unnest(string_split(?1, chr(31)))::INTEGER AS node)
SELECT node, public_id AS id FROM asked JOIN works ON work_id = node
UNION ALL SELECT node, public_id FROM asked JOIN theorems ON theorem_id = -node`;
const GREATEST = 2 ** 31 - 1;

async function numbered(connection: Connection, numbers: readonly number[], sign: 1 | -1) {
  const asked = numbers.filter((number) => Math.abs(number) <= GREATEST).map((number) => sign * number);
  if (asked.length === 0) return null;
  const rows = rowsOf<{ node: number; id: string }>(await connection.query(NUMBERED, [joined(asked)]));
  return rows.length === 0 ? null : new Map(rows.map(({ node, id }) => [sign * node, id]));
}
