import { Names, RANK } from '../../intake';
import { TRUSTS, type Alias } from '../../model';
import { eachRow } from './cursor';
import { quoted, type Database } from './database';

/** Best first, as in the model: a work's public id is the first that it has. */
const SCHEMES = ['arXiv:', 'doi:', 'openalex:', 'pith-work:', 'local:', 'pith:'];
/** A work has at most one id of each of these. */
const ONE_OF = 4;

const SCHEME = `CASE ${SCHEMES.map((scheme, at) => `WHEN starts_with(name, '${scheme}') THEN ${at}`).join(' ')} ELSE 4 END`;

const trustCode = (column: string) =>
  `CASE ${column} ${TRUSTS.map((trust, at) => `WHEN '${trust}' THEN ${at}`).join(' ')} END`;

/** Of what the best source says, the least: the rank goes before each value, because one text is compared faster than two columns. */
const best = (column: string) => `min(rank || ${column}) FILTER (WHERE ${column} <> '')`;

/** Names in the order in which they name a work, so that the least of a work's names is its public id. */
const NAMES = `
CREATE OR REPLACE TABLE names AS
SELECT name, ${SCHEME}::TINYINT AS scheme, (row_number() OVER (ORDER BY ${SCHEME}, name))::INTEGER AS id
  FROM (SELECT name FROM said UNION SELECT citing FROM cited UNION SELECT cited FROM cited UNION SELECT name FROM records
        UNION SELECT unnest(string_split(names, chr(10))) FROM unions)`;

const UNITED = `
CREATE OR REPLACE TABLE united AS
SELECT names, min(rank) AS rank, (row_number() OVER (ORDER BY names))::INTEGER AS id FROM unions GROUP BY names`;

const MEMBERS = `
CREATE OR REPLACE TABLE members AS
SELECT u.id AS united, n.id AS name
  FROM (SELECT id, unnest(string_split(names, chr(10))) AS name FROM united) u JOIN names n USING (name)`;

const LABELS = `CREATE OR REPLACE TABLE labels AS SELECT DISTINCT name, name AS label FROM members`;

/** Each name takes the least label of those it is united with. */
const SPREAD = `
CREATE OR REPLACE TABLE labels AS
SELECT m.name, min(least_label) AS label
  FROM members m JOIN (SELECT united, min(label) AS least_label FROM members JOIN labels USING (name) GROUP BY united) USING (united)
 GROUP BY m.name`;

const IN_CONFLICT = `
CREATE OR REPLACE TABLE in_conflict AS
SELECT DISTINCT label FROM (SELECT label, scheme FROM labels l JOIN names n ON n.id = l.name WHERE scheme < ${ONE_OF}
 GROUP BY label, scheme HAVING count(*) > 1)`;

const WORK_OF = `
CREATE OR REPLACE TABLE work_of AS
SELECT n.name, n.id, coalesce(s.label, l.label, n.id) AS work
  FROM names n LEFT JOIN labels l ON l.name = n.id LEFT JOIN separated s ON s.name = n.id`;

/** Where evidence stands in its document, in the order of these texts. */
const PLACES = `
CREATE OR REPLACE TABLE places AS
SELECT pointer, (row_number() OVER (ORDER BY pointer))::INTEGER AS place FROM (SELECT DISTINCT pointer FROM cited)`;

/** The first place of all is the one that is told: a document's number and a place's are compared as one. */
const LINES = `
CREATE OR REPLACE TABLE lines AS
SELECT a.work AS citing, b.work AS cited, count(*)::INTEGER AS evidence, min(document * 4294967296 + place) AS first,
       min(role) AS role, min(relationship) AS relationship
  FROM cited c JOIN places USING (pointer) JOIN work_of a ON a.name = c.citing JOIN work_of b ON b.name = c.cited
 WHERE a.work <> b.work GROUP BY a.work, b.work`;

/** Works whose texts are in memory at once, and cannot leave it while the best of them are sought. */
const WORKS_A_PASS = 250_000;

const factsOf = (from: number) => `
SELECT work, title[2:] AS title, authors[2:] AS authors, year, date[2:] AS date, venue[2:] AS venue,
       category[2:] AS category, rank
  FROM (SELECT work, ${['title', 'authors', 'date', 'venue', 'category'].map((column) => `${best(column)} AS ${column}`).join(', ')},
               min(rank * 100000 + year) % 100000 AS year, min(rank) AS rank
          FROM said JOIN work_of USING (name) WHERE work > ${from} AND work <= ${from + WORKS_A_PASS} GROUP BY work)`;

const TRUST = `
CREATE OR REPLACE TABLE trust AS
SELECT work, max(${trustCode('trust')}) AS trust FROM records JOIN work_of USING (name) GROUP BY work`;

/** An arXiv id tells the month: surer than a reference's year. */
const MONTH = `
CASE WHEN regexp_matches(name, '^arXiv:[0-9]{4}\\.[0-9]') THEN name[7:10]
     ELSE regexp_extract(name, '^arXiv:[^/]+/([0-9]{4})[0-9]{3}$', 1) END`;

/**
 * The most cited first, and numbered so: the first works of any list are those that matter most, and numbers that stand
 * together are small.
 */
const WORKS = `
CREATE OR REPLACE TABLE works AS
WITH all_works AS (SELECT work, min(id) AS best FROM work_of GROUP BY work)
SELECT (row_number() OVER (ORDER BY coalesce(citing, 0) DESC, best))::INTEGER AS number, work, n.name AS id, title, authors,
       coalesce(date, CASE WHEN month <> '' THEN
           CASE WHEN month[1:2] >= '91' THEN '19' ELSE '20' END || month[1:2] || '-' || month[3:4]
         WHEN year IS NOT NULL THEN lpad(year::VARCHAR, 4, '0') END) AS date,
       venue, category, coalesce(f.rank, ${RANK.aside}) >= ${RANK.aside} AS stub, coalesce(t.trust, 0) AS trust,
       coalesce(refs, 0) AS refs, coalesce(citing, 0) AS citing
  FROM all_works JOIN (SELECT id, name, CASE WHEN scheme = 0 THEN ${MONTH} ELSE '' END AS month FROM names) n ON n.id = best
  LEFT JOIN facts f USING (work) LEFT JOIN trust t USING (work)
  LEFT JOIN (SELECT citing AS work, count(*)::INTEGER AS refs FROM lines GROUP BY citing) USING (work)
  LEFT JOIN (SELECT cited AS work, count(*)::INTEGER AS citing FROM lines GROUP BY cited) USING (work)
 ORDER BY number`;

const NUMBERS = `CREATE OR REPLACE TABLE numbers AS SELECT work, number FROM works`;

/** How lines end, each way once: their place, role and relationship. */
const ENDS = `
CREATE OR REPLACE TABLE ends AS
SELECT place, role, relationship, (row_number() OVER ())::INTEGER AS "end"
  FROM (SELECT DISTINCT (first % 4294967296)::INTEGER AS place, role, relationship FROM lines)`;

/** By both ends, and each way in its own order. */
const CITES = `
CREATE OR REPLACE TABLE cites AS
SELECT a.number AS citing, b.number AS cited, evidence, (first // 4294967296)::INTEGER AS document, "end"
  FROM lines l JOIN numbers a ON a.work = l.citing JOIN numbers b ON b.work = l.cited
  JOIN ends e ON e.place = (first % 4294967296)::INTEGER AND e.role IS NOT DISTINCT FROM l.role
   AND e.relationship IS NOT DISTINCT FROM l.relationship
 ORDER BY a.number, b.number`;

const CITED_BY = `CREATE OR REPLACE TABLE cited_by AS SELECT * FROM cites ORDER BY cited, citing`;

const ALIASES = `
CREATE OR REPLACE TABLE aliases AS SELECT w.name AS alias, number, w.id AS place FROM work_of w JOIN numbers USING (work) ORDER BY number, w.id`;

/** Documents that are about one work: records and hubs, not collections. */
const SOURCES_OF = `
CREATE OR REPLACE TABLE about AS
SELECT DISTINCT number, document FROM (
    SELECT name, document FROM records
    UNION ALL SELECT s.name, document FROM said s JOIN documents d USING (document) WHERE d.kind = 'hub' AND s.rank < ${RANK.aside})
  JOIN work_of USING (name) JOIN numbers USING (work) ORDER BY number, document`;

/** From what documents say to works, numbered, and the lines among them; in the same database. */
export async function settle(database: Database, onStep: (step: string) => void): Promise<void> {
  const { connection } = database;
  onStep('putting names together');
  for (const sql of [NAMES, UNITED, MEMBERS, LABELS]) await connection.run(sql);
  await spread(database);
  await connection.run(IN_CONFLICT);
  await separate(database);
  await connection.run(WORK_OF);
  onStep('putting citations together');
  for (const sql of [PLACES, LINES, TRUST]) await connection.run(sql);
  await putFactsTogether(database);
  onStep('numbering works');
  for (const sql of [WORKS, NUMBERS, ENDS, CITES, CITED_BY, ALIASES, SOURCES_OF]) await connection.run(sql);
  for (const table of [
    'names',
    'united',
    'members',
    'labels',
    'in_conflict',
    'separated',
    'lines',
    'facts',
    'trust',
    'groups',
    'numbers',
    'work_of',
  ])
    await connection.run(`DROP TABLE IF EXISTS ${table}`);
}

async function putFactsTogether(database: Database): Promise<void> {
  const [[last = 0] = []] = await database.rows('SELECT max(work) FROM work_of');
  await database.connection.run(`CREATE OR REPLACE TABLE facts AS ${factsOf(0)}`);
  for (let from = WORKS_A_PASS; from < Number(last); from += WORKS_A_PASS)
    await database.connection.run(`INSERT INTO facts ${factsOf(from)}`);
}

async function spread(database: Database): Promise<void> {
  const sum = async () => String((await database.rows('SELECT sum(label)::VARCHAR FROM labels'))[0]?.[0]);
  for (let before = '', now = await sum(); before !== now;) {
    before = now;
    await database.connection.run(SPREAD);
    now = await sum();
  }
}

/** Where a work would have two ids of one kind, as intake does it in the tab: by its own class, on these names alone. */
async function separate(database: Database): Promise<void> {
  const { connection } = database;
  await connection.run('CREATE OR REPLACE TABLE separated (name INTEGER, label INTEGER)');
  const unions = `
    SELECT DISTINCT u.names, u.rank FROM united u JOIN members m ON m.united = u.id
      JOIN labels USING (name) JOIN in_conflict USING (label) ORDER BY u.names`;
  const names = new Names();
  for await (const row of eachRow(await database.read(unions))) {
    const aliases = (row.text(0) ?? '').split('\n') as Alias[];
    names.unite(
      aliases.map((alias) => names.of(alias)),
      row.int(1),
    );
  }
  if (names.aliases.length === 0) return;
  names.settle();
  const groups = names.aliases.map((alias, name) => `(${quoted(alias)}, ${names.workOf(name)})`);
  await connection.run('CREATE OR REPLACE TABLE groups (name VARCHAR, work INTEGER)');
  for (let at = 0; at < groups.length; at += 1000)
    await connection.run(`INSERT INTO groups VALUES ${groups.slice(at, at + 1000).join(', ')}`);
  await connection.run(
    `INSERT INTO separated SELECT n.id, min(n.id) OVER (PARTITION BY g.work) FROM groups g JOIN names n USING (name)`,
  );
  for (const { kept, apart } of names.conflicts) {
    const message = `Documents say that ${kept} and ${apart} are one work, but then it would have two ids of one kind; they are kept apart.`;
    await connection.run(
      `INSERT INTO problems SELECT '', '', 'warning', ${quoted(message)} WHERE NOT EXISTS (FROM problems WHERE message = ${quoted(message)})`,
    );
  }
}
