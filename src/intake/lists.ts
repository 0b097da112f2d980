import { readSources, type CheckedDocument, type DocumentKind, type Source } from '../documents';
import type { Alias, Problem } from '../model';
import { bare } from './title-book';

/** A work that a list has: an entry of a bibliography, or an end of a citation. */
export interface ListedWork {
  readonly names: readonly Alias[];
  readonly title: string | null;
  readonly authorsText: string | null;
  readonly year: number | null;
  /** The place of an earlier work of the list with this title, letters and digits alone counted, at most a year apart. */
  readonly twin: number | null;
}

/** A list of works in a format of others, read to be looked at: nothing of it is loaded. */
export interface WorkList {
  readonly name: string;
  /** In the order of the file, each name once; ends of citations that have no entry come last. */
  readonly works: readonly ListedWork[];
  readonly citations: number;
  readonly problems: readonly Problem[];
}

interface Options {
  readonly signal: AbortSignal;
  readonly kinds: Readonly<Record<string, DocumentKind>>;
}

/** The lists in formats of others among what is to be opened; the rest is left out. */
export async function readLists(sources: readonly Source[], { signal, kinds }: Options): Promise<WorkList[]> {
  const lists: WorkList[] = [];
  for await (const document of readSources(sources, { signal, check: () => [], as: kinds }))
    if (document.isList) lists.push(listOf(document));
  return lists;
}

/** Shorter titles are those of too many works. */
const TELLS = 16;

function isNear(a: number | null | undefined, b: number | null | undefined): boolean {
  return typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) <= 1;
}

function listOf({ name, facts, problems }: CheckedDocument): WorkList {
  const works: ListedWork[] = [];
  const seen = new Set<Alias>();
  const titled = new Map<string, number>();
  const add = (
    names: readonly Alias[],
    { title, authorsText, year }: Partial<Omit<ListedWork, 'names' | 'twin'>>,
  ) => {
    if (names.every((one) => seen.has(one))) return;
    for (const one of names) seen.add(one);
    const key = bare(title ?? '');
    const first = key.length < TELLS ? undefined : titled.get(key);
    if (first === undefined) titled.set(key, works.length);
    const twin = first !== undefined && isNear(works[first]?.year, year) ? first : null;
    works.push({
      ...{ names, title: title ?? null, authorsText: authorsText ?? null, year: year ?? null },
      twin,
    });
  };
  for (const work of facts.works) add(work.names, work);
  for (const { citing, cited, aside } of facts.citations) {
    add([citing], aside?.about === 'citing' ? aside : {});
    if (cited) add([cited], aside?.about === 'cited' ? aside : {});
  }
  return { name, works, citations: facts.citations.length, problems };
}
