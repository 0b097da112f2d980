import { ALL_EVIDENCE, Failure, SINGLE_MEASURES, type Measure } from '../model';
import { readBriefs, resolveNames } from '../queries';
import type { Explorer } from './explorer.svelte';

const MEASURES: readonly Measure[] = [...SINGLE_MEASURES, 'combined'];

/** The verb `related` of the console API. */
export async function relatedTo(
  explorer: Explorer,
  ids: readonly string[],
  { measure = 'combined', limit = 50 }: { readonly measure?: Measure; readonly limit?: number } = {},
) {
  if (!MEASURES.includes(measure))
    throw new Failure('bad-argument', `A measure is one of ${MEASURES.join(', ')}, not ${String(measure)}.`);
  if (ids.length === 0) throw new Failure('bad-argument', 'related(seeds, options?) takes a list of ids.');
  const connection = await explorer.connection();
  const names = await resolveNames(connection, ids);
  const missing = ids.find((id) => !names.has(id));
  if (missing !== undefined) throw new Failure('not-found', `${missing} is not in what is loaded.`);
  const seeds = [...names.values()].map(({ node }) => node);
  const asked = { seeds, measure, evidence: ALL_EVIDENCE, boost: '', years: null, without: [] };
  const { works } = await explorer.find('related', { ...asked, limit, withParts: false });
  const briefs = await readBriefs(
    connection,
    works.map(({ node }) => node),
  );
  return works.map(({ node, score, parts }) => ({ id: briefs.get(node)?.id ?? '', score, parts }));
}
