import { matchOf } from './keys';
import type { OpenKey } from './key-ring';
import { textMember, type WrittenEvent } from './written-event';

/** Which key an event says signed it. */
export interface Signer {
  readonly keyId: string | null;
  readonly fingerprint: string | null;
}

export function signerOf(event: WrittenEvent['value']): Signer {
  const read = (key: string) =>
    textMember(event, 'signer', key) ?? textMember(event, 'payload', 'receipt', key);
  return { keyId: read('key_id'), fingerprint: read('public_key_fingerprint') };
}

/** Whether the event says that this key signed it: by the fingerprint, and only without one by the id. */
export function isNamed(key: OpenKey, { keyId, fingerprint }: Signer): boolean {
  return fingerprint === null ? keyId === key.id : matchOf(fingerprint, key.fingerprints) !== null;
}

/** What an event says of its key that is not so of the key under which it verifies, as a sentence more. */
export function contradiction(key: OpenKey, { keyId, fingerprint }: Signer): string {
  if (fingerprint !== null && matchOf(fingerprint, key.fingerprints) === null)
    return ` But the event states the fingerprint ${quoted(fingerprint)}, which is not that of this key.`;
  return keyId !== null && keyId !== key.id ? ` The event calls the key ${quoted(keyId)}.` : '';
}

/** Why none of the trusted keys is the one that an event names. */
export function missingKey({ keyId, fingerprint }: Signer, keys: readonly OpenKey[]): string {
  const sameId = keys.find(({ id }) => id === keyId);
  if (sameId && fingerprint !== null) {
    return `The trusted key “${sameId.id}” has another fingerprint than the ${quoted(fingerprint)} that the event states.`;
  }
  const name = keyId ?? fingerprint;
  return name === null
    ? 'The event does not say which key signed it.'
    : `The key ${quoted(name)}, which the event names, is not among them.`;
}

function quoted(text: string): string {
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}
