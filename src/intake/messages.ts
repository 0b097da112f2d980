import type { FailureKind } from '../model';
import type { Progress, Source } from '../documents';
import type { Batch } from './encode';
import type { Delivery } from './ledger';

export type ToWorker =
  /** Sources come in pieces before `open`: sending thousands of files at once would block the page. */
  | { readonly type: 'sources'; readonly run: number; readonly sources: readonly Source[] }
  | { readonly type: 'open'; readonly run: number }
  | { readonly type: 'cancel'; readonly run: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly run: number; readonly progress: Progress }
  | { readonly type: 'batch'; readonly run: number; readonly batch: Batch }
  | { readonly type: 'done'; readonly run: number; readonly delivery: Delivery }
  | { readonly type: 'failed'; readonly run: number; readonly kind: FailureKind; readonly message: string };
