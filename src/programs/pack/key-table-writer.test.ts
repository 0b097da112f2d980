import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { NAME, PAGE, rowsOfKey } from '../../corpus';
import { KeyTableWriter } from './key-table-writer';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A table of these keys, each with its place among them; what is asked of it is counted. */
async function tableOf(keys: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'corollary-keys-'));
  folders.push(folder);
  const path = join(folder, 'names.bin');
  const table = new KeyTableWriter(path, NAME, keys.length);
  keys.forEach((key, at) => table.add([key, at]));
  await table.close();
  const bytes = await readFile(path);
  let pages = 0;
  const find = async (key: number) => {
    const rows = await rowsOfKey(key, NAME, { name: 'names.bin', bytes: bytes.length }, (start, length) => {
      pages += 1;
      return Promise.resolve(bytes.subarray(start, start + length));
    });
    return rows.map(([, at]) => at);
  };
  return { find, asked: () => pages };
}

/** Keys as even as a hash gives, without one. */
function evenKeys(count: number): number[] {
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => 1 + Math.floor(next() * (2 ** 52 - 2))).sort((a, b) => a - b);
}

test('every key is found in about one page, and no other', async () => {
  const keys = evenKeys(5000);
  const { find, asked } = await tableOf(keys);
  for (const [at, key] of keys.entries()) expect(await find(key)).toEqual([at]);
  expect(asked()).toBeLessThan(keys.length * 1.1);
  expect(await find((keys[7] ?? 0) + 1)).toEqual([]);
});

test.each([0, 1, 2, PAGE / 12, 1000])('%i keys at one place overflow, and are all found', async (count) => {
  const first = 2 ** 51;
  const keys = [...Array.from({ length: count }, (_, at) => first + (at >> 1)), ...evenKeys(2000)].sort(
    (a, b) => a - b,
  );
  const { find } = await tableOf(keys);
  for (const key of new Set(keys))
    expect(await find(key)).toEqual(keys.flatMap((own, at) => (own === key ? [at] : [])));
});

test('keys at the end have the last page', async () => {
  const keys = Array.from({ length: 500 }, (_, at) => 2 ** 52 - 500 + at);
  const { find } = await tableOf([...evenKeys(2000).filter((key) => key < 2 ** 52 - 500), ...keys]);
  for (const key of keys) expect((await find(key)).length).toBe(1);
});
