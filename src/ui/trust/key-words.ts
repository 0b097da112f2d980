import type { NamedKey } from '../../explorer';

/** The first 16 bytes of a fingerprint, as documents give them, in groups that can be compared by eye. */
export function fingerprintInWords(fingerprint: string): string {
  return (fingerprint.slice(0, 32).match(/.{1,4}/g) ?? []).join(' ');
}

const STANDINGS: Readonly<Record<NamedKey['match'], string>> = {
  trusted: 'which you trust: the fingerprint is that of its bytes',
  'trusted-spki': 'which you trust: the fingerprint is that of its SubjectPublicKeyInfo',
  'other-key': 'not trusted: you trust another key under this id',
  unknown: 'not trusted',
};

/** How a key that events name stands to those a person trusts. */
export function standingOf(match: NamedKey['match']): string {
  return STANDINGS[match];
}
