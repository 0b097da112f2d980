/**
 * The intake worker: runs `documents` and `checks` over what a person opened and makes table rows.
 * `Intake` is the page's end of it; `Desk` is the class behind the socket, for Node programs and tests.
 * One call's evidence goes out in batches while it is read, the rest with the `Delivery`; a cancelled call rejects with a Failure of kind `cancelled` and leaves
 * nothing behind. The work of a name is the union of what records, hubs and collections state, in any order.
 */
export { Intake } from './client';
export { Desk, type OpenOptions } from './desk';
export type { Kinds } from './kinds';
export type { Unsure } from './draft';
export type { Batch } from './encode';
export type { Delivery } from './ledger';
export type { Merging, MergeQuestion } from './merge';
export type { ListedWork, WorkList } from './lists';
export { Names } from './names';
export { RANK, rankOf } from './rank';
export type { Rechecking } from './recheck';
export type { DocumentKind, Excerpt, Original, Progress, Source, Wanted } from '../documents';
