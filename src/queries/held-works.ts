import { joined } from '../model';
import type { Connection } from '../tables';

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
  /** Places of earlier works of the list with its title, likewise. */
  readonly twin: ReadonlyMap<number, number>;
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

const ALIKE = `${ASKED}, other AS (SELECT public_id, ${BARE('title')} AS bare, year FROM works WHERE title IS NOT NULL)
SELECT place, min(public_id) AS id FROM asked JOIN other USING (bare) WHERE ${TELLS} AND ${IS_NEAR} GROUP BY place`;

const TWINS = `${ASKED}
SELECT asked.place AS place, min(other.place) AS other FROM asked JOIN asked other USING (bare)
 WHERE other.place < asked.place AND ${TELLS} AND ${IS_NEAR} GROUP BY asked.place`;

/** Which of these works are loaded, and which look as if they were. */
export async function readHeldWorks(connection: Connection, works: readonly WorkToAdd[]): Promise<HeldWorks> {
  const named = works.flatMap(({ names }, place) =>
    names.map((name) => [name.toWellFormed(), place] as const),
  );
  const titled = works.flatMap(({ title, year }, place) =>
    title === null ? [] : [[title.toWellFormed(), year ?? '', place] as const],
  );
  const titles = [0, 1, 2].map((part) => joined(titled.map((row) => row[part] ?? '')));
  if (named.length === 0) return { same: new Map(), alike: new Map(), twin: new Map() };
  const [same, alike, twins] = await Promise.all([
    connection.query(SAME, [joined(named.map(([name]) => name)), joined(named.map(([, place]) => place))]),
    titled.length > 0 ? connection.query(ALIKE, titles) : null,
    titled.length > 0 ? connection.query(TWINS, titles) : null,
  ]);
  const pairs = <Value>(places: readonly number[] = [], values: readonly Value[] = []) =>
    new Map(places.map((place, row) => [place, values[row] as Value]));
  const known = pairs(same.numbers('place'), same.texts('id'));
  return {
    same: known,
    alike: without(pairs(alike?.numbers('place'), alike?.texts('id')), known),
    twin: without(pairs(twins?.numbers('place'), twins?.numbers('other')), known),
  };
}

function without<Value>(
  some: ReadonlyMap<number, Value>,
  others: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, Value> {
  return new Map([...some].filter(([place]) => !others.has(place)));
}
