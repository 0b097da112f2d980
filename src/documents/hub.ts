import { alias, arxivId, doiAlias, parseAlias, publicId, type Alias } from '../model';
import { count, id, joined, readFields, text, year } from './fields';
import type { Reading } from './reading';
import { openalexName } from './references';
import { each, within, type Stated } from './stated';

const WORK = {
  id,
  arxiv_id: id,
  pith_arxiv_id: id,
  doi: id,
  openalex_id: id,
  title: text,
  display_title: text,
  year,
  venue: text,
  abstract: text,
  cited_by_count: count,
};
const STATE = { work_id: id, pith_inbound_count: count };
const CITING = { ...WORK, role: text, relationship: text, raw: text, work_id: id };
/** The keys of the citing works are unknown: these are guesses, and none of them need be there. */
const CITING_LISTS = ['citing', 'citing_works', 'cited_by', 'citations', 'inbound'];

/** A citation hub: names of one work that Pith holds to be the same, and how many cite it. */
export function readHub(root: Stated, { facts, problems }: Reading): void {
  const stated = within(root, 'work');
  const work = readFields(WORK, stated, problems);
  const state = readFields(STATE, within(root, 'hub', 'state'), problems);
  const names = namesOf({ work_id: state.work_id, ...work });
  const cited = publicId(names);
  if (cited === null) {
    problems.error('/work', 'The hub names its work by no id that is known; nothing was taken from it.');
    return;
  }
  facts.works.push({
    names,
    source: 'hub',
    title: work.display_title ?? work.title ?? null,
    authorsText: joined(within(stated, 'authors_text')?.value) ?? joined(within(stated, 'authors')?.value),
    year: work.year ?? null,
    venue: work.venue ?? null,
    abstract: work.abstract ?? null,
    statedCitedBy: state.pith_inbound_count ?? work.cited_by_count ?? null,
    pointer: '/work',
  });
  for (const key of CITING_LISTS) {
    for (const item of [...each(within(root, key)), ...each(within(root, 'hub', key))]) {
      readCiting(item, cited, { facts, problems });
    }
  }
}

function readCiting(
  item: Stated,
  cited: Alias,
  { facts, problems }: Pick<Reading, 'facts' | 'problems'>,
): void {
  const fields = readFields(CITING, item, problems);
  const names = namesOf(fields);
  const citing = publicId(names);
  if (citing === null || names.includes(cited)) {
    problems.note(
      item.pointer,
      citing === null
        ? 'This citing work has no id that is known; it was left out.'
        : 'The work is listed as citing itself; that was left out.',
    );
    return;
  }
  facts.citations.push({
    citing,
    cited,
    pointer: item.pointer,
    refIndex: null,
    raw: fields.raw ?? null,
    source: 'citation hub of Pith',
    method: 'stated-id',
    role: fields.role ?? null,
    relationship: fields.relationship ?? null,
    aside: {
      about: 'citing',
      title: fields.display_title ?? fields.title ?? null,
      authorsText: null,
      year: fields.year ?? null,
    },
  });
}

interface Ids {
  readonly id?: string;
  readonly work_id?: string | undefined;
  readonly arxiv_id?: string;
  readonly pith_arxiv_id?: string;
  readonly doi?: string;
  readonly openalex_id?: string;
}

function namesOf(ids: Ids): Alias[] {
  const arxiv = arxivId(ids.arxiv_id ?? '') ?? arxivId(ids.pith_arxiv_id ?? '');
  const names = [
    arxiv === null ? null : alias('arxiv', arxiv),
    doiAlias(ids.doi ?? ''),
    ids.openalex_id === undefined ? null : openalexName(ids.openalex_id),
    parseAlias(`pith-work:${ids.id ?? ids.work_id ?? ''}`),
  ];
  return [...new Set(names.filter((name) => name !== null))];
}
