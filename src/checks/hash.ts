import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of the text's UTF-8, as hex. At once, and not through WebCrypto: handing over a text of some hundred bytes
 * takes three times as long as hashing it here.
 */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
