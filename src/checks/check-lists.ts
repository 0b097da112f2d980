import type { Stated } from '../documents';
import { fail, pass, together, unknown, type Case, type Finding } from './finding';
import { isObject, shown, stated } from './read';

/** SHA-256 of `{"payload":[]}`. */
export const EMPTY_LIST = '258153158e38e3291e3d48162225fcdb2d5a3ed65a07baac614ab91432fd4f57';

const LISTS = ['claims', 'references', 'formal_canon', 'author_claims'];
const COUNTS = ['count', 'evidence_count', 'strong_count'];
const ITEMS = ['items', 'sample', 'evidence'];

/** The snapshot hash of a list is known for the empty one only: an empty list must have it, no other may. */
export function checkEmptyLists({ evidence }: Case): Finding | null {
  const parts = evidence.graphs.flatMap((graph) => LISTS.map((name) => stated(graph, name)));
  return together(parts.filter((part) => part !== null).map(checkList));
}

function checkList(part: Stated): Finding {
  const list = isObject(part.value) ? part.value : {};
  const hash = list['snapshot_sha256'] ?? null;
  const place = `${part.pointer}/snapshot_sha256`;
  if (hash === null) return unknown('The list has no snapshot hash.', part.pointer);
  const filled = COUNTS.find((key) => (list[key] ?? 0) !== 0);
  const listed = ITEMS.find((key) => !isEmpty(list[key] ?? []));
  if (hash === EMPTY_LIST) {
    if (filled)
      return fail(`The hash is that of an empty list, but its ${filled} is ${shown(list[filled])}.`, place);
    if (listed) return fail('The hash is that of an empty list, but it is not empty.', place);
    return pass('Lists that are said to be empty have the hash of the empty list.', place);
  }
  const count = list['count'] ?? list['evidence_count'] ?? null;
  const isWholeAndEmpty = count === null && isEmpty(list['items']);
  if (count === 0 || isWholeAndEmpty) {
    const what = listed ? 'counts nothing but has items' : 'is empty';
    return fail(`The list ${what}, and its hash is ${shown(hash)} instead of that of an empty list.`, place);
  }
  return unknown('How the hash of a list with items is made is not published.', place);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
