import { fingerprintMatch, type TrustedKey } from '../checks';
import type { readNamedKeys } from '../queries';

type Key = Awaited<ReturnType<typeof readNamedKeys>>[number];

/** A key that loaded events name, held against those that are trusted: by its fingerprint, not by its id. */
export interface NamedKey {
  readonly key: Key;
  readonly match: 'trusted' | 'trusted-spki' | 'other-key' | 'unknown';
}

export async function compareKeys(
  named: readonly Key[],
  trusted: readonly TrustedKey[],
): Promise<NamedKey[]> {
  return Promise.all(named.map(async (key) => ({ key, match: await matchOf(key, trusted) })));
}

async function matchOf(
  { keyId, fingerprint }: Key,
  trusted: readonly TrustedKey[],
): Promise<NamedKey['match']> {
  for (const { key } of trusted) {
    const match = fingerprint === null ? null : await fingerprintMatch(fingerprint, key);
    if (match !== null) return match === 'raw' ? 'trusted' : 'trusted-spki';
  }
  const twin = trusted.find(({ id }) => id === keyId);
  if (!twin) return 'unknown';
  return fingerprint === null ? 'trusted' : 'other-key';
}
