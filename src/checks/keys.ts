import { Failure } from '../model';
import { fromHex, type Bytes } from './encodings';
import { hashOfBytes } from './hash';
import { readPublicKey, SPKI_START } from './key-forms';

/** A public key that a person trusts. */
export interface TrustedKey {
  /** What documents call it (`key_id`), or what the person does. */
  readonly id: string;
  /** The 32 bytes, as lower-case hex. */
  readonly key: string;
  readonly note: string;
  /** SHA-256 of the 32 bytes, as lower-case hex. */
  readonly fingerprint: string;
}

const LONGEST_ID = 200;
const LONGEST_NOTE = 2000;

/** A key as a person gives it: the key in any form that `readPublicKey` takes. */
export async function trustedKey(given: {
  readonly id: string;
  readonly key: string;
  readonly note?: string;
}): Promise<TrustedKey> {
  const key = readPublicKey(given.key);
  const id = given.id.trim();
  const note = given.note ?? '';
  if (id === '' || id.length > LONGEST_ID)
    throw new Failure('bad-argument', `A key needs an id of 1 to ${LONGEST_ID} characters.`);
  if (note.length > LONGEST_NOTE)
    throw new Failure('bad-argument', `A note has at most ${LONGEST_NOTE} characters.`);
  return { id, key, note, fingerprint: (await fingerprintsOf(key)).raw };
}

/** SHA-256 of a key as it may be meant: of its 32 bytes, and of its SubjectPublicKeyInfo. */
export interface Fingerprints {
  readonly raw: string;
  readonly spki: string;
}

export async function fingerprintsOf(key: string): Promise<Fingerprints> {
  const [raw, spki] = await Promise.all([hashOfBytes(bytesOf(key)), hashOfBytes(bytesOf(SPKI_START + key))]);
  return { raw, spki };
}

/** Which fingerprint of a key (given as hex) a document states, in whole or by its start; null for neither. */
export async function fingerprintMatch(stated: string, key: string): Promise<'raw' | 'spki' | null> {
  return matchOf(stated, await fingerprintsOf(key));
}

/** Fewer digits could be found by trial for another key. */
const LEAST_DIGITS = 32;

export function matchOf(stated: string, { raw, spki }: Fingerprints): 'raw' | 'spki' | null {
  if (stated.length >= LEAST_DIGITS && raw.startsWith(stated)) return 'raw';
  const digits = stated
    .toLowerCase()
    .replace(/^sha256:/, '')
    .replaceAll(':', '');
  if (digits.length < LEAST_DIGITS) return null;
  if (raw.startsWith(digits)) return 'raw';
  return spki.startsWith(digits) ? 'spki' : null;
}

function bytesOf(hex: string): Bytes {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Failure('bad-argument', 'A key is 32 bytes in hex.');
  return bytes;
}

/** The fingerprint in the length that documents use. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, LEAST_DIGITS);
}

export function keyBytes({ key }: Pick<TrustedKey, 'key'>): Bytes {
  return bytesOf(key);
}
