import {
  compareState,
  mergePartsOf,
  mergeRecord,
  type Difference,
  type KeyRing,
  type MergedState,
  type MergeParts,
} from '../checks';
import { readEvidence, type DocumentName, type Source } from '../documents';
import { describeFailure } from '../model';

export interface MergeQuestion {
  readonly pithNumber: string;
  /** The bundles and states of the record. */
  readonly documents: readonly DocumentName[];
}

/** What the documents of one record come to, and how each loaded state differs from that. */
export interface Merging {
  readonly merged: MergedState;
  readonly states: readonly {
    readonly document: DocumentName;
    readonly differences: readonly Difference[];
  }[];
}

/** Merges all that is loaded of one record, by corollary-merge-v1, from the documents as they came. */
export async function mergeDocuments(
  sources: readonly Source[],
  { pithNumber, documents }: MergeQuestion,
  { signal, ring }: { readonly signal: AbortSignal; readonly ring: KeyRing },
): Promise<Merging> {
  const parts: MergeParts[] = [];
  const states: { document: DocumentName; text: string }[] = [];
  for await (const { name, sha256, evidence } of readEvidence(sources, documents, signal)) {
    if (evidence.number?.value !== pithNumber) continue;
    parts.push(mergePartsOf(evidence));
    if (evidence.counters !== null) states.push({ document: { name, sha256 }, text: evidence.text });
  }
  const merged = await mergeRecord(pithNumber, parts, ring);
  return {
    merged,
    states: states.map(({ document, text }) => ({ document, differences: differencesOf(merged, text) })),
  };
}

function differencesOf(merged: MergedState, text: string): readonly Difference[] {
  try {
    return compareState(merged, text);
  } catch (failure) {
    return [{ pointer: '', detail: describeFailure(failure) }];
  }
}
