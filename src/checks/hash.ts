import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, toUtf8, type Bytes } from './encodings';

/**
 * SHA-256 of the text's UTF-8, as hex. At once, and not through WebCrypto: handing over a text of some hundred bytes
 * takes three times as long as hashing it here.
 */
export function hashOf(text: string): string {
  return toHex(sha256(toUtf8(text)));
}

/** SHA-256 as hex, for what is longer or not in a hurry. */
export async function hashOfBytes(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
