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

  test('but no key of small order can be trusted, because under each anybody can sign', () => {
    const faults = new Set(
      [...zip215, edgeCases[0], edgeCases[1]].map((vector) => {
        const key = fromHex(vector?.key ?? '');
        return key && faultOfPoint(key)?.replace(/^.*(small order|no such point).*$/, '$1');
      }),
    );
    expect([...faults].sort()).toEqual(['no such point', 'small order']);
  });
});
