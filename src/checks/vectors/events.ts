import { openKeys, type KeyRing } from '../key-ring';
import { readSigningKey, type SigningKey } from '../signing-key';
import { toBase64, fromHex } from '../encodings';
import rfc8032 from './ed25519-rfc8032.json';

export const NUMBER = 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ';
export const HASH = '74180b52ed219d10ea74f9fcc7f243bc28772308a634fc0eec79f2445249d030';

/** The n-th key pair of RFC 8032, section 7.1, as a private JWK. */
export function jwkOf(index: number, kid: string): string {
  const { secret = '', key = '' } = rfc8032[index] ?? {};
  const url64 = (hex: string) =>
    toBase64(fromHex(hex) ?? new Uint8Array())
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace('=', '');
  return JSON.stringify({
    kty: 'OKP',
    crv: 'Ed25519',
    kid,
    signer_id: 'mirror',
    x: url64(key),
    d: url64(secret),
  });
}

export function signingKey(index: number, kid = `k${index}`): Promise<SigningKey> {
  return readSigningKey(jwkOf(index, kid));
}

export function ringOf(...keys: readonly SigningKey[]): Promise<KeyRing> {
  return openKeys(keys.map(({ trusted }) => trusted));
}

/** An event as Pith publishes it, unsigned; `n` makes it another. */
export function graphEvent(n: number, change: Readonly<Record<string, unknown>> = {}) {
  return {
    event_type: 'graph_snapshot',
    subject_pith_number: NUMBER,
    target: 'graph',
    created_at: `2026-05-17T23:38:${String(n % 60).padStart(2, '0')}Z`,
    payload: { graph_snapshot: { paper: { title: `Title ${n}` }, builder_version: 'b' } },
    ...change,
  };
}
