import { keywordsOf, type EvidenceChoice } from '../model';
import { Bound } from './bound';

export interface RelatedAsked {
  /** Public ids. */
  readonly seeds: readonly string[];
  readonly measure: 'coupling' | 'cocitation';
  readonly evidence: EvidenceChoice;
  /** See `keywordsOf`; each that fits doubles a score. */
  readonly boost: string;
  readonly years: readonly [number, number] | null;
  /** Public ids. */
  readonly without: readonly string[];
  readonly limit: number;
}

const SCORES = {
  coupling: `
weights AS (SELECT cited, 1 / ln(count(*)) AS weight FROM cites GROUP BY cited HAVING count(*) > 1),
scores AS (
  SELECT other.citing AS work_id, sum(weight) / (SELECT count(*) FROM seeds) AS score, count(*) AS shared
    FROM seeds JOIN cites own ON own.citing = seed JOIN weights USING (cited) JOIN cites other USING (cited)
   GROUP BY other.citing
)`,
  cocitation: `
citers AS (SELECT cited, count(*) AS citers FROM cites GROUP BY cited),
shared AS (
  SELECT seed, other.cited AS work_id, count(*) AS shared
    FROM seeds JOIN cites own ON own.cited = seed JOIN cites other USING (citing) GROUP BY seed, other.cited
),
scores AS (
  SELECT work_id, sum(shared / sqrt(a.citers * b.citers)) / (SELECT count(*) FROM seeds) AS score, sum(shared) AS shared
    FROM shared JOIN citers a ON a.cited = seed JOIN citers b ON b.cited = work_id GROUP BY work_id
)`,
};

/** The same list as `find` makes, as SQL for a person to read, change and run. */
export function relatedSql(asked: RelatedAsked): string {
  const bound = new Bound();
  const isBoosted = keywordsOf(asked.boost).length > 0;
  const score = `round(${isBoosted ? 'round(score, 12) * doubled' : 'score'}, 12)`;
  return bound.written(`WITH seeds AS (${seedsOf(asked, bound)}),
cites AS (
  SELECT DISTINCT citing, cited FROM citations
   WHERE ${evidenceOf(asked, bound).join('\n     AND ')}
),${SCORES[asked.measure]}${isBoosted ? doubledBy(asked.boost, bound) : ''}
SELECT public_id, title, year, ${score} AS score, shared
  FROM scores JOIN works USING (work_id)${isBoosted ? ' JOIN doubles USING (work_id)' : ''}
 WHERE ${listed(asked, bound).join('\n   AND ')}
 ORDER BY ${score} DESC, public_id
 LIMIT ${Math.trunc(asked.limit)}`);
}

/** A theorem shares no citations, and takes its part in the mean. */
function seedsOf({ seeds }: RelatedAsked, bound: Bound): string {
  const ids = bound.list(seeds);
  return `
  SELECT work_id AS seed FROM works WHERE public_id IN (${ids})
  UNION ALL SELECT -theorem_id FROM theorems WHERE public_id IN (${ids})
`;
}

const OF_SOUND = `(citing, document_id) IN (SELECT (work_id, document_id) FROM records WHERE trust IN ('sound', 'signed'))`;

function evidenceOf({ evidence: { trust, documents } }: RelatedAsked, bound: Bound): string[] {
  return [
    'cited IS NOT NULL',
    'citing <> cited',
    ...(trust === 'sound' ? [OF_SOUND] : []),
    ...(documents ? [`document_id IN (${bound.list(documents)})`] : []),
  ];
}

function listed({ years, without }: RelatedAsked, bound: Bound): string[] {
  return [
    'work_id NOT IN (SELECT seed FROM seeds)',
    ...(years ? [`year BETWEEN ${bound.value(years[0])} AND ${bound.value(years[1])}`] : []),
    ...(without.length > 0 ? [`public_id NOT IN (${bound.list(without)})`] : []),
  ];
}

function doubledBy(boost: string, bound: Bound): string {
  const fits = keywordsOf(boost).map((alternatives) => {
    const found = alternatives.map((one) => `contains(said, ${bound.value(one)})`);
    return `(${found.join(' OR ')})::INTEGER`;
  });
  return `,
said AS (
  SELECT work_id, regexp_replace(strip_accents(lower(concat_ws(' ', '', title, headline, string_agg(text, ' ')))),
                                 '[^\\p{L}\\p{N}]+', ' ', 'g') AS said
    FROM works LEFT JOIN claims USING (work_id) GROUP BY work_id, title, headline
),
doubles AS (SELECT work_id, 2 ** (${fits.join(' + ')}) AS doubled FROM said)`;
}
