import { importPublicKey } from './ed25519';
import { fingerprintsOf, keyBytes, type Fingerprints, type TrustedKey } from './keys';

/** Trusted keys, ready to verify with: each imported once. */
export class KeyRing {
  readonly keys: readonly OpenKey[];
  /** The rule by which an event was last found signed: most likely that of the next one too. */
  likelyRule: string | null = null;

  constructor(keys: readonly OpenKey[]) {
    this.keys = keys;
  }
}

export interface OpenKey extends TrustedKey {
  readonly fingerprints: Fingerprints;
  readonly verifier: CryptoKey;
}

export async function openKeys(keys: readonly TrustedKey[]): Promise<KeyRing> {
  return new KeyRing(await Promise.all(keys.map(openKey)));
}

async function openKey(key: TrustedKey): Promise<OpenKey> {
  const [fingerprints, verifier] = await Promise.all([
    fingerprintsOf(key.key),
    importPublicKey(keyBytes(key)),
  ]);
  return { ...key, fingerprint: fingerprints.raw, fingerprints, verifier };
}
