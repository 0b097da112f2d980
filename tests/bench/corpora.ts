import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { layOutAndPublish } from '../../src/programs/pack/publish';
import { Database } from '../../src/programs/pack/database';
import stagingTables from '../../src/programs/pack/staging.sql?raw';

/** A number between 0 and 1 that depends on two others only. */
const EVEN = `CREATE OR REPLACE MACRO even(a, b) AS (hash(a::BIGINT * 1315423911 + b::BIGINT) >> 11)::DOUBLE / 9007199254740992.0`;

/**
 * Works in the order of their dates, with 20 references each on average (log-normal, as reference lists are): half of
 * them of any age, so that old ones become hubs with a heavy tail, half of the last fifth of the literature.
 */
const fill = (works: number): string[] => [
  EVEN,
  `CREATE OR REPLACE TABLE w AS SELECT (i + 1)::INTEGER AS work,
     'arXiv:' || lpad((5 + i * 20 // ${works})::VARCHAR, 2, '0') || lpad((1 + (i * 240 // ${works}) % 12)::VARCHAR, 2, '0') || '.' || lpad((i % (${works} // 240 + 1))::VARCHAR, 5, '0') AS name
     FROM range(${works}) t(i)`,
  `CREATE OR REPLACE TABLE vocabulary AS SELECT i, chr((97 + i % 26)::INTEGER) || substr(md5(i::VARCHAR), 1, (4 + i % 7)::INTEGER) AS word FROM range(20000) t(i)`,
  `INSERT INTO documents VALUES (1, 'generated', 'collection', 'loaded', '', NULL, NULL, 0)`,
  `INSERT INTO said SELECT name, 3, title, 'Author ' || work % 5000 || ', Author ' || work % 777, NULL, NULL, NULL, 'cs.LG', 1
     FROM w JOIN (SELECT work, string_agg(word, ' ' ORDER BY k) AS title FROM (
       SELECT work, k, floor(20000 * pow(even(work, 500 + k), 2.5))::INTEGER AS nth FROM w, range(9) r(k)) JOIN vocabulary ON nth = i GROUP BY work) USING (work)`,
  `INSERT INTO cited SELECT a.name, b.name, 1, '', NULL, NULL FROM (
     SELECT DISTINCT work AS citing, (CASE WHEN even(work, k * 3 + 1) < 0.5 THEN floor((work - 1) * pow(even(work, k * 3 + 2), 2))
            ELSE floor((work - 1) * (1 - 0.2 * pow(even(work, k * 3 + 2), 2))) END)::INTEGER + 1 AS cited
       FROM (SELECT work, least(400, floor(exp(2.75 + 0.75 * sqrt(-2 * ln(even(work, 1) + 1e-12)) * cos(6.283185 * even(work, 2)))))::INTEGER AS n
               FROM w WHERE work > 50), LATERAL (SELECT unnest(range(n)) AS k))
     JOIN w a ON a.work = citing JOIN w b ON b.work = cited WHERE citing <> cited`,
  `DROP TABLE w`,
  `DROP TABLE vocabulary`,
];

/** A corpus of so many works in a folder, made anew. */
export async function generateCorpus(folder: string, works: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const state = join(folder, '.pack');
  await mkdir(state, { recursive: true });
  const file = join(state, 'staging.duckdb');
  await inDatabase(file, '4GB', async ({ connection }) => {
    await connection.run(stagingTables);
    for (const sql of fill(works)) await connection.run(sql);
  });
  await inDatabase(file, '512MB', async (database) => {
    await layOutAndPublish(database, folder, { name: `generated ${works}` });
  });
}

async function inDatabase(file: string, memory: string, work: (database: Database) => Promise<void>) {
  const database = await Database.open(file, { memory });
  try {
    await work(database);
  } finally {
    database.close();
  }
}
