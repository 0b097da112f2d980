import { describe, expect, it, test } from 'vitest';
import { faultOfPoint } from './curve';
import { fromHex } from './encodings';
import {
  ACCEPTED,
  accepts,
  acceptedOf,
  edgeCases,
  rfc8032,
  wycheproof,
  zip215,
} from './vectors/ed25519-verdicts';

test('the vectors are all there', () => {
  expect([wycheproof, rfc8032, edgeCases, zip215].map(({ length }) => length)).toEqual([151, 4, 12, 196]);
});

describe('Wycheproof', () => {
  it.each(wycheproof)('$id: $comment ($result)', async ({ result, ...vector }) => {
    expect(await accepts(vector)).toBe(result === 'valid');
  });
});

describe('RFC 8032, section 7.1', () => {
  it.each(rfc8032)('the signature under $key verifies, and not over another byte', async (vector) => {
    expect(await accepts(vector)).toBe(true);
    expect(await accepts({ ...vector, message: `${vector.message}00` })).toBe(false);
  });
});

describe('where verifiers differ', () => {
  it.each([
    ['small and mixed order', edgeCases, ACCEPTED.edgeCases],
    ['ZIP 215', zip215, ACCEPTED.zip215],
  ])('of %s, Node accepts what is listed', async (_, vectors, accepted) => {
    expect(await acceptedOf(vectors)).toEqual(accepted);
  });

  test('of these, only two cases of mixed order are under a key that can be trusted', () => {
    const isTrusted = ({ key }: { key: string }) => faultOfPoint(fromHex(key) ?? new Uint8Array(32)) === null;
    expect(zip215.filter(isTrusted)).toEqual([]);
    expect(ACCEPTED.edgeCases.filter((at) => edgeCases[at] && isTrusted(edgeCases[at]))).toEqual([2, 3]);
  });
});
