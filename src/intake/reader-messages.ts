import type { TrustedKey } from '../checks';
import type { Progress, Source } from '../documents';
import type { Kinds } from './kinds';
import type { Batch } from './encode';
import type { Numbers, SheetHead } from './sheet';

/** One thing after the other, so nothing needs to say what it answers. */
export type ToReader =
  | { readonly type: 'begin'; readonly keys: readonly TrustedKey[]; readonly kinds: Kinds }
  | { readonly type: 'read'; readonly sources: readonly Source[] }
  /** For the oldest sheet that has none. */
  | { readonly type: 'numbers'; readonly numbers: Numbers };

export type FromReader =
  /** Its end can be seen from now on. */
  | { readonly type: 'alive' }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'sheet'; readonly head: SheetHead }
  /** The evidence of the sheet that was numbered. */
  | { readonly type: 'evidence'; readonly batches: readonly Batch[] }
  /** The sources of one message are read. */
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly message: string };

/** A worker, what a worker is to itself, or one end of a channel. */
export interface Port<Out, In> {
  postMessage(message: Out, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<In>) => void) | null;
}
