import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Bytes } from './bytes';
import { NumberedTexts } from './numbered-texts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function textsOf(count: number, make: (number: number) => string): Promise<NumberedTexts> {
  const folder = await mkdtemp(join(tmpdir(), 'corollary-texts-'));
  folders.push(folder);
  const texts = new NumberedTexts(join(folder, 'texts'));
  for (let number = 1; number <= count; number++) texts.add(make(number));
  texts.finish();
  return texts;
}

function read(texts: NumberedTexts, number: number): string {
  const bytes = new Bytes();
  texts.copyTo(bytes, number);
  return bytes.slice(0, bytes.length).toString();
}

test.each([1, 7, 8, 9, 1000])('each of %d texts is found by its number', async (count) => {
  const make = (number: number) => (number % 7 === 0 ? '' : `${number} – Ω 😀`);
  const texts = await textsOf(count, make);
  for (let number = count; number >= 1; number--) expect(read(texts, number)).toBe(make(number));
  texts.close();
});

test('texts that do not all stay in memory are found again', async () => {
  const long = 'x'.repeat(100_000);
  const make = (number: number) => `${number} ${long}`;
  const texts = await textsOf(1100, make);
  for (const number of [1, 300, 600, 1100, 2, 900, 335, 336, 337, 1, 1099])
    expect(read(texts, number)).toBe(make(number));
  texts.close();
});
