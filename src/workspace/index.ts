/**
 * What survives a reload and a crash: the bytes of what a person opened, exactly as they came, a picture, and small
 * texts, for each address of the app apart. Bytes lie in the origin's private files, one pack a load, or, where a browser has
 * none, in IndexedDB; the index is in IndexedDB. A load is written bytes first, so that whatever happens it is seen
 * whole or not at all. One tab holds a workspace and writes; others read until it closes.
 * What goes wrong rejects with a Failure: `storage-full`, `read-only`, `cancelled`, or `unreadable`.
 */
export { openWorkspace } from './open';
export type { Load, Workspace } from './workspace';
export type { KeptSource, Keepable } from './pack';
export { askForPromise, isPromised } from './promise';
export { isBlank, NO_MARK, readMarks, writeMarks, type Mark, type Marks } from './marks';
export { readText, writeText } from './texts';
