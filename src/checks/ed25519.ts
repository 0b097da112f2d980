import type { Bytes } from './encodings';

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

export function importPublicKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
}

export function verify(key: CryptoKey, signature: Bytes, signed: Bytes): Promise<boolean> {
  return crypto.subtle.verify('Ed25519', key, signature, signed);
}
