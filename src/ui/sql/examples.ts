/** Questions to begin with: each runs on any documents, and says something of the sample. */
export const EXAMPLES = [
  {
    name: 'Works that are cited most within what is loaded',
    text: `SELECT w.public_id, w.title, w.year, count(DISTINCT c.citing) AS "cited by"
FROM citations c
JOIN works w ON w.work_id = c.cited
GROUP BY ALL
ORDER BY "cited by" DESC, w.public_id
LIMIT 50`,
  },
  {
    name: 'References without any id',
    text: `SELECT w.public_id, c.ref_index, c.raw
FROM citations c
JOIN works w ON w.work_id = c.citing
WHERE c.cited IS NULL
ORDER BY w.public_id, c.ref_index`,
  },
  {
    name: 'Papers that share references with SCoRe, by Adamic and Adar',
    text: `-- A shared reference counts the more, the fewer papers cite it.
WITH pairs AS (SELECT DISTINCT citing, cited FROM citations WHERE cited IS NOT NULL),
     degrees AS (SELECT cited, count(*) AS n FROM pairs GROUP BY cited),
     score AS (SELECT work_id FROM works WHERE public_id = 'arXiv:2409.12917')
SELECT w.public_id, w.title, count(*) AS shared, round(sum(1 / ln(n)), 3) AS score
FROM pairs mine
JOIN pairs theirs USING (cited)
JOIN degrees USING (cited)
JOIN works w ON w.work_id = theirs.citing
WHERE mine.citing = (SELECT work_id FROM score) AND theirs.citing <> mine.citing AND n > 1
GROUP BY ALL
ORDER BY score DESC, w.public_id
LIMIT 50`,
  },
  {
    name: 'Which papers of one year cite one another',
    text: `SELECT a.public_id AS "from", b.public_id AS "to", a.year
FROM citations c
JOIN works a ON a.work_id = c.citing
JOIN works b ON b.work_id = c.cited
WHERE a.year = b.year AND a.work_id <> b.work_id
GROUP BY ALL
ORDER BY a.year, "from", "to"`,
  },
] as const;
