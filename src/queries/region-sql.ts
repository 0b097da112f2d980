import { Bound } from './bound';

const SIDES = {
  references: { own: 'citing', found: 'cited' },
  citers: { own: 'cited', found: 'citing' },
} as const;

export interface RegionAsked {
  readonly aspect: keyof typeof SIDES;
  /** Public ids of each group. */
  readonly groups: readonly (readonly string[])[];
  /** Who has it: 1 is the first group alone, 2 the second, 3 both, 4 the third … */
  readonly region: number;
}

/** What exactly some groups of works cite, or are cited by, as SQL for a person. */
export function regionSql({ aspect, groups, region }: RegionAsked): string {
  const bound = new Bound();
  const { own, found } = SIDES[aspect];
  const members = groups.map(
    (ids, at) =>
      `SELECT ${2 ** at} AS code, work_id AS member FROM works WHERE public_id IN (${bound.list(ids)})`,
  );
  const letters = groups.map((_, at) => `${2 ** at}: ${'ABC'[at] ?? at + 1}`);
  return bound.written(`-- ${letters.join(', ')}; what several have has the sum
WITH members AS (
  ${members.join('\n  UNION ALL ')}
),
found AS (
  SELECT ${found} AS work_id, sum(DISTINCT code) AS codes FROM members JOIN citations ON ${own} = member
   WHERE citing <> cited GROUP BY ${found}
)
SELECT public_id, title, year FROM found JOIN works USING (work_id)
 WHERE codes = ${Math.trunc(region)} ORDER BY public_id`);
}
