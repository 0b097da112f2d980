import type { Stated } from '../documents';
import { fail, pass, together, unknown, type Case, type Finding } from './finding';
import { shown, stated } from './read';

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
  const hash = stated(part, 'snapshot_sha256');
  if (hash === null) return unknown('The list has no snapshot hash.', part.pointer);
  const filled = COUNTS.map((key) => stated(part, key)).find((count) => count !== null && count.value !== 0);
  const listed = ITEMS.map((key) => stated(part, key)).find((list) => list !== null && !isEmpty(list.value));
  if (hash.value === EMPTY_LIST) {
    if (filled)
      return fail(
        `The hash is that of an empty list, but the count is ${shown(filled.value)}.`,
        filled.pointer,
      );
    if (listed) return fail('The hash is that of an empty list, but it is not empty.', listed.pointer);
    return pass('Lists that are said to be empty have the hash of the empty list.', hash.pointer);
  }
  return checkFilledHash(part, hash, listed);
}

function checkFilledHash(part: Stated, hash: Stated, listed: Stated | null | undefined): Finding {
  const count = stated(part, 'count') ?? stated(part, 'evidence_count');
  const isWholeAndEmpty = count === null && isEmpty(stated(part, 'items')?.value);
  if (count?.value === 0 || isWholeAndEmpty) {
    const what = listed ? 'counts nothing but has items' : 'is empty';
    return fail(
      `The list ${what}, and its hash is ${shown(hash.value)} instead of that of an empty list.`,
      hash.pointer,
    );
  }
  return unknown('How the hash of a list with items is made is not published.', hash.pointer);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
