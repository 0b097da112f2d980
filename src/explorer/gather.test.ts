import { expect, test } from 'vitest';
import type { Keepable } from '../workspace';
import { gather } from './gather';

function file(name: string, text: string): Keepable {
  return { kind: 'file', name, blob: new Blob([text]) };
}

test('many small files become parts of a few blobs, with the same bytes under the same names', async () => {
  const sources = Array.from({ length: 2500 }, (_, at) => file(`${at}.json`, `{"number":${at}}`));
  sources[7] = file('deck.html', '<html></html>');
  sources[8] = file('my.story.json', '{}');
  sources[9] = { kind: 'url', url: 'https://example.org/a.json' };
  const before = [...sources];
  gather(sources);
  const blobs = new Set(sources.flatMap((source) => (source.kind === 'part' ? [source.blob] : [])));
  expect(blobs.size).toBe(3);
  expect(sources.slice(7, 10)).toEqual(before.slice(7, 10));
  for (const at of [0, 6, 10, 999, 1000, 2499]) {
    const part = sources[at];
    if (part?.kind !== 'part') throw new Error(`${at} is no part`);
    expect(part.name).toBe(`${at}.json`);
    expect(await part.blob.slice(part.start, part.end).text()).toBe(`{"number":${at}}`);
  }
});

test('few files stay as they are', () => {
  const sources = Array.from({ length: 2000 }, (_, at) => file(`${at}.json`, '{}'));
  const before = [...sources];
  gather(sources);
  expect(sources).toEqual(before);
});
