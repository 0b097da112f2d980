import { joined } from '../model';
import type { Columns, Connection } from '../tables';

/** A work that is to be added, as its list has it. */
export interface WorkToAdd {
  readonly names: readonly string[];
  readonly title: string | null;
  readonly year: number | null;
}

/** By the place of a work in the list. */
export interface HeldWorks {
  /** Public ids of loaded works that have one of its names: it is the same work. */
  readonly same: ReadonlyMap<number, string>;
  /**
   * Public ids of loaded works with its title, letters and digits alone counted, and at most a year apart: maybe the
   * same work, which stays one of its own because no name says so.
   */
  readonly alike: ReadonlyMap<number, string>;
}

const SAME = `
WITH asked AS MATERIALIZED (SELECT unnest(string_split(?1, chr(31))) AS name, unnest(string_split(?2, chr(31)))::INTEGER AS place)
SELECT place, min(public_id) AS id FROM (
  SELECT place, work_id FROM asked JOIN work_ids ON alias = name
  UNION SELECT place, work_id FROM asked JOIN works ON public_id = name) JOIN works USING (work_id)
 GROUP BY place`;

const BARE = (title: string) =>
  String.raw`regexp_replace(strip_accents(lower(${title})), '[^\p{L}\p{N}]', '', 'g')`;

const ASKED = `
WITH listed AS (SELECT unnest(string_split(?1, chr(31))) AS title, unnest(string_split(?2, chr(31))) AS year, unnest(string_split(?3, chr(31)))::INTEGER AS place),
     asked AS MATERIALIZED (SELECT place, ${BARE('title')} AS bare, try_cast(year AS INTEGER) AS year FROM listed)`;

/** Shorter titles are those of too many works. */
const TELLS = 'length(bare) >= 16';
const IS_NEAR = 'coalesce(abs(asked.year - other.year), 0) <= 1';

const ALIKE = `${ASKED}, other AS (SELECT public_id, ${BARE('left(title, 200)')} AS bare, year FROM works WHERE title IS NOT NULL)
SELECT place, min(public_id) AS id FROM asked JOIN other USING (bare) WHERE ${TELLS} AND ${IS_NEAR} GROUP BY place`;

/** Asked at once: a bound text of more than a megabyte has stopped the database. */
const STEP = 2000;
const LONGEST_TITLE = 200;

/** Which of these works are loaded, and which look as if they were. */
export async function readHeldWorks(connection: Connection, works: readonly WorkToAdd[]): Promise<HeldWorks> {
  const [same, alike] = [new Map<number, string>(), new Map<number, string>()];
  for (let from = 0; from < works.length; from += STEP) {
    const some = works.slice(from, from + STEP);
    for (const [place, id] of await sameAs(connection, some)) same.set(from + place, id);
    for (const [place, id] of await alikeTo(connection, some))
      if (!same.has(from + place)) alike.set(from + place, id);
  }
  return { same, alike };
}

async function sameAs(connection: Connection, works: readonly WorkToAdd[]): Promise<[number, string][]> {
  const named = works.flatMap(({ names }, place) =>
    names.map((name) => [name.toWellFormed(), place] as const),
  );
  if (named.length === 0) return [];
  const parts = [joined(named.map(([name]) => name)), joined(named.map(([, place]) => place))];
  return pairsIn(await connection.query(SAME, parts));
}

async function alikeTo(connection: Connection, works: readonly WorkToAdd[]): Promise<[number, string][]> {
  const titled = works.flatMap(({ title, year }, place) =>
    title === null ? [] : [[title.slice(0, LONGEST_TITLE).toWellFormed(), year ?? '', place] as const],
  );
  if (titled.length === 0) return [];
  const parts = [0, 1, 2].map((part) => joined(titled.map((row) => row[part] ?? '')));
  return pairsIn(await connection.query(ALIKE, parts));
}

function pairsIn(rows: Columns): [number, string][] {
  const ids = rows.texts('id');
  return rows.numbers('place').map((place, row) => [place, ids[row] ?? '']);
}
