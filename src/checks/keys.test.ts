import fc from 'fast-check';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { Failure } from '../model';
import { faultOfPoint } from './curve';
import { fromBase64, fromHex, toBase64, toHex } from './encodings';
import { readPublicKey } from './key-forms';
import { fingerprintMatch, trustedKey } from './keys';
import { rfc8032 } from './vectors/ed25519-verdicts';

/** The first key of RFC 8032, section 7.1, and what others make of it. */
const HEX = rfc8032[0]?.key ?? '';
const RAW = fromHex(HEX) ?? new Uint8Array(32);
const BASE64 = toBase64(RAW);
const URL64 = BASE64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
const JWK = { kty: 'OKP', crv: 'Ed25519', x: URL64 };
const PUBLIC = createPublicKey({ key: JWK, format: 'jwk' });
const PEM = PUBLIC.export({ format: 'pem', type: 'spki' }).toString();
const DER = PUBLIC.export({ format: 'der', type: 'spki' });
const SSH = `ssh-ed25519 ${toBase64(
  new Uint8Array([0, 0, 0, 11, ...new TextEncoder().encode('ssh-ed25519'), 0, 0, 0, 32, ...RAW]),
)}`;

describe('one key comes out of every form', () => {
  it.each([
    ['PEM', PEM],
    ['PEM with Windows line ends', PEM.replaceAll('\n', '\r\n')],
    ['the base64 of PEM alone', DER.toString('base64')],
    ['JWK', JSON.stringify(JWK)],
    ['JWK with more members', JSON.stringify({ ...JWK, kid: 'k', use: 'sig' }, null, 2)],
    ['hex', HEX],
    ['hex in capitals with spaces round it', `  ${HEX.toUpperCase()}\n`],
    ['hex in two lines', `${HEX.slice(0, 32)}\n${HEX.slice(32)}`],
    ['hex with 0x', `0x${HEX}`],
    ['base64', BASE64],
    ['base64 without padding', BASE64.replace('=', '')],
    ['base64url', URL64],
    ['OpenSSH', `${SSH} somebody@somewhere`],
    ['OpenSSH without comment', SSH],
  ])('%s', (_, text) => {
    expect(readPublicKey(text)).toBe(HEX);
  });
});

const pair = generateKeyPairSync('ed25519');
const secret = pair.privateKey;
const pem = (key: KeyObject, type: 'spki' | 'pkcs8') => key.export({ format: 'pem', type }).toString();

describe('a private key is refused with a warning', () => {
  it.each([
    ['PEM', pem(secret, 'pkcs8')],
    ['PEM of both halves', pem(pair.publicKey, 'spki') + pem(secret, 'pkcs8')],
    ['an encrypted PEM', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----'],
    ['a PEM that is cut off', pem(secret, 'pkcs8').slice(0, 60)],
    ['the base64 of PEM alone', secret.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['JWK', JSON.stringify(secret.export({ format: 'jwk' }))],
    ['JWK of RSA', JSON.stringify({ kty: 'RSA', n: 'AQ', e: 'AQAB', d: 'AQ' })],
    ['OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----'],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1'],
    ['64 bytes, which may be one', 'ab'.repeat(64)],
  ])('%s', (_, text) => {
    expect(() => readPublicKey(text)).toThrow(/(?:do not|Never) share/i);
  });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const x25519 = generateKeyPairSync('x25519').publicKey;
const ed448 = generateKeyPairSync('ed448').publicKey;

describe('what is no Ed25519 key is refused in words', () => {
  it.each([
    ['nothing', ' \n', 'nothing here'],
    ['a word', 'pith-v1-2026-05', 'not a key'],
    ['31 bytes', 'ab'.repeat(31), '31 bytes'],
    ['33 bytes', 'ab'.repeat(33), '33 bytes'],
    ['a fingerprint', '8d4b5ee74e4693bcd1df2446408b0d54', '16 bytes'],
    ['a whole book', 'ab'.repeat(20_000), 'too long'],
    ['32 bytes that are no point', `02${'0'.repeat(62)}`, 'no such point'],
    ['a y beyond the field', `${'ff'.repeat(31)}7f`, 'no such point'],
    ['a key of small order', `01${'0'.repeat(62)}`, 'anybody can sign'],
    ['zeros', '0'.repeat(64), 'anybody can sign'],
    ['RSA in PEM', pem(rsa, 'spki'), 'RSA'],
    ['RSA of PKCS 1', rsa.export({ format: 'pem', type: 'pkcs1' }).toString(), 'RSA PUBLIC KEY'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'CERTIFICATE'],
    ['ECDSA in PEM', pem(ec, 'spki'), 'ECDSA'],
    ['X25519 in PEM', pem(x25519, 'spki'), 'X25519'],
    ['Ed448 in PEM', pem(ed448, 'spki'), 'Ed448'],
    ['two keys in PEM', PEM + PEM, 'single key'],
    ['PEM with stray signs', PEM.replace('M', '!'), 'PEM block'],
    ['RSA in JWK', JSON.stringify(rsa.export({ format: 'jwk' })), 'RSA'],
    ['X25519 in JWK', JSON.stringify(x25519.export({ format: 'jwk' })), 'X25519'],
    ['JWK without x', JSON.stringify({ kty: 'OKP', crv: 'Ed25519' }), 'damaged'],
    ['JWK with a short x', JSON.stringify({ ...JWK, x: 'AAAA' }), '3 bytes'],
    ['a set of JWK', JSON.stringify({ keys: [JWK] }), 'set of keys'],
    ['a list of JWK', JSON.stringify([JWK]), 'a list'],
    ['JWK that is cut off', JSON.stringify(JWK).slice(0, -1), 'whole JSON'],
    ['an object with no prototype tricks', '{"__proto__":{"kty":"OKP"}}', 'unknown'],
    ['RSA of OpenSSH', 'ssh-rsa AAAAB3NzaC1yc2E me', 'ssh-rsa'],
    ['a security key of OpenSSH', 'sk-ssh-ed25519@openssh.com AAAA me', 'sk-ssh-ed25519'],
    ['OpenSSH that is cut off', SSH.slice(0, -8), 'bytes'],
    [
      'OpenSSH with another type inside',
      SSH.replace('AAAAC3NzaC1lZDI1NTE5', 'AAAAC3NzaC1lZDI1NTE4'),
      'damaged',
    ],
    ['two keys of OpenSSH', `${SSH}\n${SSH}`, 'several lines'],
  ])('%s', (_, text, words) => {
    expect(() => readPublicKey(text)).toThrow(Failure);
    expect(() => readPublicKey(text)).toThrow(words);
  });

  test('never with anything but a Failure', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String(), fc.constant(PEM)), (text) => {
        try {
          readPublicKey(text);
        } catch (failure) {
          expect(failure).toBeInstanceOf(Failure);
        }
        return true;
      }),
    );
  });
});

test('every key that is made is a point, whatever its bytes', () => {
  for (let count = 0; count < 30; count++) {
    const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    expect(faultOfPoint(fromBase64(x) ?? new Uint8Array(32))).toBeNull();
  }
});

test('bytes come back from hex and base64, and base64 has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  expect(fromBase64('AB==')).toBeNull();
  expect(fromBase64('A')).toBeNull();
  expect(fromHex('abc')).toBeNull();
});

const RAW_PRINT = '21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9';

describe('fingerprints', () => {
  test('a trusted key has that of its 32 bytes', async () => {
    expect(await trustedKey({ id: ' k ', key: PEM, note: 'from the site' })).toEqual({
      id: 'k',
      key: HEX,
      note: 'from the site',
      fingerprint: RAW_PRINT,
    });
  });

  const spki = pair.publicKey;
  it.each([
    ['the whole of it', RAW_PRINT, 'raw'],
    ['its first 16 bytes, as documents state it', RAW_PRINT.slice(0, 32), 'raw'],
    ['capitals and colons', RAW_PRINT.toUpperCase().replace(/(..)(?=.)/g, '$1:'), 'raw'],
    ['a name of the hash before it', `sha256:${RAW_PRINT}`, 'raw'],
    ['too few digits to mean anything', RAW_PRINT.slice(0, 30), null],
    ['nothing', '', null],
    ['a digit more', `${RAW_PRINT}0`, null],
    ['that of another key', '8d4b5ee74e4693bcd1df2446408b0d54', null],
  ])('%s', async (_, stated, match) => {
    expect(await fingerprintMatch(stated, HEX)).toBe(match);
  });

  test('that of the SubjectPublicKeyInfo is told apart', async () => {
    const digest = await crypto.subtle.digest('SHA-256', spki.export({ format: 'der', type: 'spki' }));
    const stated = toHex(new Uint8Array(digest)).slice(0, 32);
    expect(await fingerprintMatch(stated, readPublicKey(pem(spki, 'spki')))).toBe('spki');
  });
});

it.each([
  ['no id', { id: ' ', key: HEX }],
  ['too long an id', { id: 'x'.repeat(201), key: HEX }],
  ['too long a note', { id: 'k', key: HEX, note: 'x'.repeat(2001) }],
])('a key with %s is not taken', async (_, given) => {
  await expect(trustedKey(given)).rejects.toMatchObject({ name: 'Failure', kind: 'bad-argument' });
});
