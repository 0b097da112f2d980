import { SIGNATURE_BYTES } from './ed25519';
import { fromBase64, fromHex, type Bytes } from './encodings';
import { member, without, type WrittenEvent } from './written-event';

/**
 * Where an event may carry its signature. The form of Pith's own is not published: a receipt is known to hold 64 bytes
 * in base64; the other places are what comparable formats use.
 */
const PLACES: readonly (readonly string[])[] = [
  ['signature'],
  ['sig'],
  ['signer', 'signature'],
  ['payload', 'receipt', 'sig'],
  ['payload', 'receipt', 'signature'],
];

export interface FoundSignature {
  /** From the event: `/payload/receipt/sig`. */
  readonly place: string;
  /** Null where what stands there cannot be a signature. */
  readonly bytes: Bytes | null;
}

export function signaturesIn(event: WrittenEvent['value']): FoundSignature[] {
  return PLACES.flatMap((path) => {
    const stated = member(event, ...path);
    return stated === null ? [] : [{ place: `/${path.join('/')}`, bytes: signatureBytes(stated) }];
  });
}

const IN_HEX = 2 * SIGNATURE_BYTES;
const LONGEST_IN_BASE64 = 88;

function signatureBytes(stated: unknown): Bytes | null {
  if (typeof stated !== 'string') return null;
  const bytes = stated.length === IN_HEX ? fromHex(stated) : shortBase64(stated);
  return bytes?.length === SIGNATURE_BYTES ? bytes : null;
}

function shortBase64(text: string): Bytes | null {
  return text.length <= LONGEST_IN_BASE64 ? fromBase64(text) : null;
}

/** Whether an event carries a signature of its own: a receipt in its payload has another. */
export function isSigned(event: unknown): boolean {
  return signaturesIn(event).some(({ place }) => !place.startsWith('/payload/'));
}

/** What is left of an event when every signature is taken out. */
export function withoutSignatures(event: unknown): unknown {
  let rest = event;
  for (const path of PLACES) rest = without(rest, path);
  return rest;
}
