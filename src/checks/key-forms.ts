import { Failure } from '../model';
import { faultOfPoint } from './curve';
import { KEY_BYTES } from './ed25519';
import { fromBase64, fromHex, toHex, type Bytes } from './encodings';
import { isObject } from './read';

const LONGEST = 20_000;

/** What stands before the 32 bytes in SubjectPublicKeyInfo: RFC 8410, section 4. */
export const SPKI_START = '302a300506032b6570032100';
/** The same of a private key: RFC 8410, section 7. */
const PKCS8_START = '302e020100300506032b657004220420';
/** The two lengths and the name in an OpenSSH key: RFC 8709, section 4. */
const SSH_START = '0000000b7373682d6564323535313900000020';

/** Object identifiers of what people may have instead, as DER. */
const OTHER_ALGORITHMS: readonly (readonly [der: string, name: string])[] = [
  ['2a864886f70d0101', 'RSA'],
  ['2a8648ce3d0201', 'ECDSA'],
  ['2a8648ce380401', 'DSA'],
  ['06032b656e', 'X25519'],
  ['06032b656f', 'X448'],
  ['06032b6571', 'Ed448'],
];

const FORMS =
  'a public key as PEM, JWK, one line of OpenSSH (ssh-ed25519 …), or its 32 bytes in hex or base64';

/**
 * The 32 bytes, as lower-case hex, of an Ed25519 public key in any form that people paste. Throws a Failure of kind
 * `unreadable` whose message is for the person; for a private key it says not to share it.
 */
export function readPublicKey(pasted: string): string {
  const text = pasted.trim();
  if (text === '') throw refusal(`There is nothing here. Give ${FORMS}.`);
  if (text.length > LONGEST) throw refusal('This is far too long for a key.');
  if (/PRIVATE KEY|PuTTY-User-Key-File/.test(text)) throw privateKey();
  const raw = bytesIn(text);
  const fault = faultOfPoint(raw);
  if (fault !== null) throw refusal(fault);
  return toHex(raw);
}

function bytesIn(text: string): Bytes {
  if (text.startsWith('-----BEGIN')) return fromPem(text);
  if (text.startsWith('{') || text.startsWith('[')) return fromJwk(text);
  if (/^(?:sk-)?(?:ssh|ecdsa)-/.test(text)) return fromOpenSsh(text);
  return fromRaw(text.replace(/\s+/g, ''));
}

const PEM = /^-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----$/;

function fromPem(text: string): Bytes {
  const [, label, body = ''] = PEM.exec(text) ?? [];
  if (label === undefined) throw refusal('This is not one whole PEM block: paste a single key, uncut.');
  if (label !== 'PUBLIC KEY') throw refusal(`This PEM block is a ${label}, not a PUBLIC KEY.`);
  const der = fromBase64(body.replace(/\s+/g, ''));
  if (der === null) throw refusal('What is inside this PEM block is not base64.');
  return fromDer(der);
}

function fromDer(der: Bytes): Bytes {
  const hex = toHex(der);
  if (hex.startsWith(SPKI_START) && der.length === SPKI_START.length / 2 + KEY_BYTES) {
    return der.slice(-KEY_BYTES);
  }
  const other = OTHER_ALGORITHMS.find(([identifier]) => hex.includes(identifier))?.[1];
  throw refusal(other ? otherAlgorithm(other) : 'This is not the public key of an Ed25519 key pair.');
}

function fromJwk(text: string): Bytes {
  const jwk = parseJwk(text);
  if (Object.hasOwn(jwk, 'd')) throw privateKey();
  if (Object.hasOwn(jwk, 'keys')) throw refusal('This is a set of keys: paste one of them.');
  const { kty, crv, x } = jwk;
  if (kty !== 'OKP' || crv !== 'Ed25519') {
    const found = [kty, crv].filter((name) => typeof name === 'string').join(' ');
    throw refusal(otherAlgorithm(found.slice(0, 40) || 'unknown'));
  }
  return exactly32(typeof x === 'string' ? fromBase64(x) : null, 'The x of this JWK');
}

function parseJwk(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch {
    throw refusal('This begins like a JWK, but it is not whole JSON.');
  }
  throw refusal('This is a list, not a JWK: paste one key.');
}

function fromOpenSsh(text: string): Bytes {
  if (text.includes('\n')) throw refusal('These are several lines: paste one key.');
  const [type = '', blob = ''] = text.split(/\s+/);
  if (type !== 'ssh-ed25519') throw refusal(otherAlgorithm(type.slice(0, 40)));
  const bytes = fromBase64(blob);
  const isWhole = bytes !== null && toHex(bytes).startsWith(SSH_START);
  return exactly32(isWhole ? bytes.slice(SSH_START.length / 2) : null, 'This OpenSSH key');
}

function fromRaw(text: string): Bytes {
  const bytes = fromHex(text.replace(/^0x/i, '')) ?? fromBase64(text);
  if (bytes === null) throw refusal(`This is not a key. Give ${FORMS}.`);
  const hex = toHex(bytes);
  if (hex.startsWith(PKCS8_START)) throw privateKey();
  if (bytes.length === 2 * KEY_BYTES) {
    throw refusal(
      'These are 64 bytes: a signature, or a private key with its public half. Never share a private key; the public key has 32 bytes.',
    );
  }
  return bytes.length > KEY_BYTES && hex.startsWith('30') ? fromDer(bytes) : exactly32(bytes, 'This');
}

function exactly32(bytes: Bytes | null, what: string): Bytes {
  if (bytes === null) throw refusal(`${what} is damaged: the key cannot be read from it.`);
  if (bytes.length === KEY_BYTES) return bytes;
  throw refusal(`${what} holds ${bytes.length} bytes; an Ed25519 public key has ${KEY_BYTES}.`);
}

function otherAlgorithm(name: string): string {
  return `This is a key for ${name}. Only Ed25519 keys can check these signatures.`;
}

function privateKey(): Failure {
  return refusal(
    'This is a private key. Do not share it or paste it anywhere: whoever has it can sign in its owner’s name. Paste the public key instead.',
  );
}

function refusal(message: string): Failure {
  return new Failure('unreadable', message);
}
