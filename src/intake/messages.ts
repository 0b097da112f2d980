import type { TrustedKey } from '../checks';
import type { FailureKind } from '../model';
import type { FoundPart, Original, Progress, Source, Wanted, WantedPart } from '../documents';
import type { Batch } from './encode';
import type { Kinds } from './kinds';
import type { Delivery } from './ledger';
import type { WorkList } from './lists';
import type { Merging, MergeQuestion } from './merge';
import type { Rechecking } from './recheck';

export type ToWorker =
  /** Sources come in pieces before `open`: sending thousands of files at once would block the page. */
  | { readonly type: 'sources'; readonly run: number; readonly sources: readonly Source[] }
  | { readonly type: 'open'; readonly run: number; readonly isMoreToCome: boolean }
  /** Instead of `open`: one document of the sources again. */
  | { readonly type: 'original'; readonly run: number; readonly wanted: Wanted }
  /** Instead of `open`: documents as they came, or some lines of them. */
  | { readonly type: 'parts'; readonly run: number; readonly wanted: readonly WantedPart[] }
  /** Instead of `open`: the lists among them, to be looked at. */
  | { readonly type: 'lists'; readonly run: number }
  /** Instead of `open`: what the documents of one record come to. */
  | { readonly type: 'merge'; readonly run: number; readonly question: MergeQuestion }
  /** Instead of `open`: all verdicts again. */
  | { readonly type: 'recheck'; readonly run: number }
  /** The keys under which events are verified from now on. */
  | { readonly type: 'trust'; readonly keys: readonly TrustedKey[] }
  /** What a person says that documents are, from now on. */
  | { readonly type: 'say'; readonly kinds: Kinds }
  /** A batch of `open` is in the tables. */
  | { readonly type: 'taken'; readonly run: number }
  | { readonly type: 'cancel'; readonly run: number };

export type FromWorker =
  /** The lock of the worker's name is held, which the browser gives away when the worker ends. */
  | { readonly type: 'alive' }
  | { readonly type: 'progress'; readonly run: number; readonly progress: Progress }
  /** All is read, and a `cancel` is not heard any more. */
  | { readonly type: 'read'; readonly run: number }
  | { readonly type: 'batch'; readonly run: number; readonly batch: Batch }
  | { readonly type: 'done'; readonly run: number; readonly delivery: Delivery }
  | { readonly type: 'original'; readonly run: number; readonly original: Original | null }
  | { readonly type: 'parts'; readonly run: number; readonly parts: readonly FoundPart[] }
  | { readonly type: 'lists'; readonly run: number; readonly lists: readonly WorkList[] }
  | { readonly type: 'rechecked'; readonly run: number; readonly rechecking: Rechecking }
  | { readonly type: 'merged'; readonly run: number; readonly merging: Merging }
  | { readonly type: 'failed'; readonly run: number; readonly kind: FailureKind; readonly message: string };
