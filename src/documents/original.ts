import type { CheckResult } from '../model';
import { decode } from './decode';
import { sha256 } from './digest';
import type { Raw } from './documents-in';
import type { Evidence } from './evidence';
import { excerptOf, type Excerpt } from './excerpt';
import { nameOf } from './open';
import { readDocument, type Check } from './read-document';
import { rawsIn } from './read-sources';
import type { Source } from './sources';

/** A document by its name, and by the hash of the bytes that it had when it was loaded. */
export interface DocumentName {
  readonly name: string;
  readonly sha256: string;
}

export interface Wanted extends DocumentName {
  /** What in it to mark. */
  readonly pointer: string;
}

/** A document read again from its source. */
export interface Original {
  /** Exactly as they came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where it cannot be laid out. */
  readonly excerpt: Excerpt | null;
  /** Made anew from these bytes. */
  readonly checks: readonly CheckResult[];
}

/** Null where no source holds a document of that name with those very bytes any more. */
export async function readOriginal(
  sources: readonly Source[],
  wanted: Wanted,
  { signal, check }: { readonly signal: AbortSignal; readonly check: Check },
): Promise<Original | null> {
  for await (const { raw, bytes } of findAgain(sources, [wanted], signal)) {
    const { checks } = await readDocument(raw, check);
    return { bytes, checks, excerpt: excerptIn(bytes, wanted.pointer) };
  }
  return null;
}

/** What the checks need of some Pith records, each from its document as it came; those that are gone are left out. */
export async function* readEvidence(
  sources: readonly Source[],
  wanted: readonly DocumentName[],
  signal: AbortSignal,
): AsyncGenerator<DocumentName & { readonly evidence: Evidence }> {
  for await (const { raw, document } of findAgain(sources, wanted, signal)) {
    const found: Evidence[] = [];
    await readDocument(raw, (evidence) => {
      found.push(evidence);
      return [];
    });
    for (const evidence of found) yield { ...document, evidence };
  }
}

export async function* findAgain(
  sources: readonly Source[],
  wanted: readonly DocumentName[],
  signal: AbortSignal,
) {
  const left = new Map(wanted.map((document) => [document.sha256, document]));
  for (const source of sources) {
    if (![...left.values()].some(({ name }) => name.startsWith(nameOf(source)))) continue;
    for await (const raw of rawsIn(source, signal)) {
      const found = await match(raw, left);
      if (!found) continue;
      left.delete(found.document.sha256);
      yield { raw, ...found };
      if (left.size === 0) return;
    }
  }
}

async function match(raw: Raw, left: ReadonlyMap<string, DocumentName>) {
  if (!raw.bytes || ![...left.values()].some(({ name }) => name === raw.name)) return null;
  const bytes = new Uint8Array(raw.bytes);
  const document = left.get(await sha256(bytes));
  return document?.name === raw.name ? { document, bytes } : null;
}

function excerptIn(bytes: Uint8Array, pointer: string): Excerpt | null {
  try {
    return excerptOf(decode(bytes).text, pointer);
  } catch {
    return null;
  }
}
