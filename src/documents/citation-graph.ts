import { parseAlias, PITH_NUMBER, type Alias } from '../model';
import { isYear } from './fields';
import { nameWithoutEndings } from './file-name';
import type { Attributes, GraphFile, GraphFileNode } from './graph-file';
import { datedBy, keptText, listedName } from './listed-work';
import type { Reading } from './reading';

/** Whether most nodes are named as works are: by arXiv id, DOI or OpenAlex id, or a Pith Number. */
export function isCitationGraph({ form, nodes }: GraphFile): boolean {
  if (form === 'dot' || form === 'page' || nodes.size === 0) return false;
  let named = 0;
  for (const [id, { attributes }] of nodes) if (statedName(id, attributes) !== null) named++;
  return named * 2 > nodes.size;
}

/**
 * Works, each under one name, and citations: a line leads from the one that cites. Of a graph that we wrote only these
 * are read, and its stubs stay stubs.
 */
export function readCitationGraph(graph: GraphFile, { name, facts, problems }: Omit<Reading, 'text'>): void {
  const list = nameWithoutEndings(name);
  const works = new Map<string, Alias>();
  for (const [id, node] of graph.nodes) {
    const work = isWork(node.attributes) ? nameOf(list, id, node.attributes) : null;
    if (work === null) continue;
    works.set(id, work);
    if (node.attributes.get('kind') === 'stub') continue;
    const pointer = `line ${node.line}`;
    facts.works.push({ names: [work], source: 'collection', ...saidOf(id, node), pointer });
  }
  let others = graph.nodes.size - works.size;
  for (const { source, target, attributes, line } of graph.lines) {
    const [citing, cited] = [works.get(source), works.get(target)];
    const isCitation = (attributes.get('kind') ?? 'cites') === 'cites';
    if (!isCitation || citing === undefined || cited === undefined || citing === cited) {
      others++;
      continue;
    }
    facts.citations.push({
      ...{ citing, cited, pointer: `line ${line}`, refIndex: null, raw: null, role: null },
      ...{ source: `a line of the graph ${list}`, method: null },
      relationship: keptText(attributes.get('relation')),
      aside: asideOf(target, graph.nodes.get(target)),
    });
  }
  if (others > 0)
    problems.note(
      '',
      `${others.toLocaleString('en')} nodes and lines that are no works or no citations were left out.`,
    );
}

function isWork(attributes: Attributes): boolean {
  return ['paper', 'stub', 'work', 'article', undefined].includes(attributes.get('kind')?.toLowerCase());
}

/** What says for sure which work a node is. */
function statedName(id: string, attributes: Attributes): Alias | null {
  const said = [attributes.get('public_id'), id, attributes.get('arxiv_id'), attributes.get('doi')];
  const names = said.map((text) => (text === undefined ? null : parseAlias(text)));
  return names.find((name) => name !== null && isWhole(name)) ?? null;
}

function isWhole(name: Alias): boolean {
  return /^(?:arXiv|doi|openalex|pith-work):/.test(name) || PITH_NUMBER.test(name);
}

function nameOf(list: string, id: string, attributes: Attributes): Alias | null {
  const stated = statedName(id, attributes);
  if (stated !== null) return stated;
  const key = (attributes.get('public_id') ?? id).replace(/^local:/, '');
  return listedName(list, { arxiv: [], doi: undefined, within: [], key });
}

function saidOf(id: string, { attributes }: GraphFileNode) {
  const said = (...titles: readonly string[]) =>
    keptText(titles.map((title) => attributes.get(title)).find((value) => value !== undefined));
  const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(said('date', 'publication_date') ?? '');
  const dated = date
    ? datedBy(date.slice(1).map((part: string | undefined) => (part ? Number(part) : undefined)))
    : datedBy([Number(said('year', 'publication_year', 'pub_year') ?? NaN)]);
  const title = said('title', 'label', 'name');
  return {
    title: title === id ? null : title,
    authorsText: said('authors', 'authors_text', 'author'),
    ...dated,
    venue: said('venue', 'journal'),
    primaryCat: said('category', 'primary_cat'),
    abstract: said('abstract'),
  };
}

function asideOf(id: string, node: GraphFileNode | undefined) {
  if (node?.attributes.get('kind') !== 'stub') return null;
  const { title, authorsText, year } = saidOf(id, node);
  return { about: 'cited' as const, title, authorsText, year: isYear(year) ? year : null };
}
