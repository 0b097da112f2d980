import { describeFailure, Failure } from '../model';
import { importPublicKey, verify } from './ed25519';
import { fromBase64, toUtf8, type Bytes } from './encodings';
import { trustedKey, type TrustedKey } from './keys';
import { isObject } from './read';

/** A private key that signs, and what its signatures are known by. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  /** Who signs, as `signer.signer_id`. */
  readonly signerId: string;
  readonly trusted: TrustedKey;
}

/** A new key pair: the JWK to keep secret, as text with a line's end, and its public half. */
export async function makeKeyPair(
  keyId: string,
  signerId: string,
): Promise<{ secret: string; trusted: TrustedKey }> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const secret = JSON.stringify({ kty, crv, kid: keyId, signer_id: signerId, x, d }, null, 2);
  const trusted = await trustedKey({ id: keyId, key: JSON.stringify({ kty, crv, x }) });
  return { secret: `${secret}\n`, trusted };
}

/**
 * The signing key in a private JWK (OKP, Ed25519; RFC 8037), with `kid` as key id and, beside what the standard has,
 * `signer_id`. Throws a Failure of kind `unreadable`.
 */
export async function readSigningKey(jwk: string): Promise<SigningKey> {
  const { kty, crv, x, d, kid, signer_id: signerId = kid } = parse(jwk);
  if (typeof d !== 'string' || typeof x !== 'string') throw refusal('it is not a whole private JWK');
  if (typeof kid !== 'string' || typeof signerId !== 'string') throw refusal('it has no key id (`kid`)');
  try {
    const trusted = await trustedKey({ id: kid, key: JSON.stringify({ kty, crv, x }) });
    const key = { kty: 'OKP', crv: 'Ed25519', x, d };
    const privateKey = await crypto.subtle.importKey('jwk', key, 'Ed25519', false, ['sign']);
    await tryOut(privateKey, fromBase64(x));
    return { privateKey, signerId, trusted };
  } catch (cause) {
    throw refusal(describeFailure(cause), cause);
  }
}

function parse(jwk: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(jwk);
    if (isObject(parsed)) return parsed;
  } catch {
    // Said below; the cause would quote the key.
  }
  throw refusal('it is not JSON');
}

/** Import takes a private key with the public half of another. */
async function tryOut(privateKey: CryptoKey, publicKey: Bytes | null): Promise<void> {
  const text = toUtf8('corollary');
  const signature = await sign(privateKey, text);
  const isPair = publicKey !== null && (await verify(await importPublicKey(publicKey), signature, text));
  if (!isPair) throw new Failure('unreadable', 'its public half belongs to another key');
}

export async function sign(privateKey: CryptoKey, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes));
}

function refusal(reason: string, cause?: unknown): Failure {
  return new Failure('unreadable', `The signing key cannot be read: ${reason}.`, { cause });
}
