/**
 * What is new, gone or changed between two snapshots of what may be loaded, and the worker that compares them. Pure and
 * total; nothing goes by row numbers or by the order of documents.
 *
 * What is one thing in both: works that share any of their names, directly or by way of other works; formal statements
 * of one public id; claims of one id of one work; citations, ties (of one claim, or of none) and uses between the same
 * two; checks of one record (by Pith Number) under one name. What is equal: all fields that `FIELDS` lists, letter by
 * letter; "not told" is a value of its own. Abstracts, the printed text of references and places in documents are not
 * compared; checks and signers are compared only where both snapshots have the record.
 *
 * `reason` says where what is new or gone was said, so that a file that one snapshot never had is not taken for news.
 */
export { Differences } from './client';
export type { Marked, Summary } from './desk';
export { GROUPS, mirrored, mirroredChange, type Entry, type Group } from './entry';
export type { Counts } from './difference';
