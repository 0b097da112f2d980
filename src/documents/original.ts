import type { CheckResult } from '../model';
import { decode } from './decode';
import { sha256 } from './digest';
import { excerptOf, type Excerpt } from './excerpt';
import { nameOf } from './open';
import { readDocument, type Check } from './read-document';
import { rawsIn } from './read-sources';
import type { Source } from './sources';

/** A document read again from its source. */
export interface Original {
  /** Exactly as they came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where it cannot be laid out. */
  readonly excerpt: Excerpt | null;
  /** Made anew from these bytes. */
  readonly checks: readonly CheckResult[];
}

export interface Wanted {
  readonly name: string;
  readonly sha256: string;
  /** What in it to mark. */
  readonly pointer: string;
}

/** Null where no source holds a document of that name with those very bytes any more. */
export async function readOriginal(
  sources: readonly Source[],
  wanted: Wanted,
  { signal, check }: { readonly signal: AbortSignal; readonly check: Check },
): Promise<Original | null> {
  for (const source of sources) {
    if (!wanted.name.startsWith(nameOf(source))) continue;
    for await (const raw of rawsIn(source, signal)) {
      if (raw.name !== wanted.name || !raw.bytes) continue;
      const bytes = new Uint8Array(raw.bytes);
      if ((await sha256(bytes)) !== wanted.sha256) continue;
      const { checks } = await readDocument(raw, check);
      return { bytes, checks, excerpt: excerptIn(bytes, wanted.pointer) };
    }
  }
  return null;
}

function excerptIn(bytes: Uint8Array, pointer: string): Excerpt | null {
  try {
    return excerptOf(decode(bytes).text, pointer);
  } catch {
    return null;
  }
}
