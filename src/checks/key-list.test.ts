import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readKeyList, writeKeyList } from './key-list';
import { trustedKey, type TrustedKey } from './keys';
import { rfc8032 } from './vectors/ed25519-verdicts';

let keys: TrustedKey[] = [];

beforeAll(async () => {
  keys = await Promise.all(
    rfc8032.map(({ key }, index) => trustedKey({ id: `k${index}`, key, note: '“n”' })),
  );
});

test('keys come back as they went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3]), async (chosen) => {
      const list = chosen.flatMap((index) => keys[index] ?? []);
      expect(await readKeyList(writeKeyList(list))).toEqual(list);
    }),
  );
});

test('the first of two that are the same is kept, and one key under two ids is two', async () => {
  const [key] = keys;
  const list = [key, { ...key, note: 'again' }, { ...key, id: 'other' }];
  const text = JSON.stringify({ type: 'corollary-keys', version: 1, keys: list });
  expect(await readKeyList(text)).toEqual([key, { ...key, id: 'other' }]);
});

describe('a list is refused whole, with the place of what is wrong', () => {
  const good = { id: 'k', key: rfc8032[0]?.key };
  const list = (...items: unknown[]) => ({ type: 'corollary-keys', version: 1, keys: items });
  it.each([
    ['nothing', '', 'whole JSON'],
    ['another document', '{"type":"work"}', 'not a list of keys'],
    ['a list of JSON', '[]', 'not a list of keys'],
    ['a later version', { ...list(), version: 2 }, 'version'],
    ['no keys', { ...list(), keys: {} }, 'no keys'],
    ['a key without id', list(good, { key: good.key }), 'Key 2'],
    ['a note that is no text', list({ ...good, note: 1 }), 'Key 1'],
    ['a key that is none', list(good, good, { ...good, key: 'x' }), 'Key 3 of the list: This is not a key'],
    ['the fingerprint of another key', list({ ...good, fingerprint: '00' }), 'not its own'],
    ['a private key', list({ ...good, key: '-----BEGIN PRIVATE KEY-----' }), 'private key'],
    ['too many', list(...Array<unknown>(1001).fill(good)), 'at most 1000'],
  ])('%s', async (_, document, words) => {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    await expect(readKeyList(text)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringContaining(words) as string,
    });
  });
});
