import { expect, test } from 'vitest';
import type { Keepable } from '../workspace';
import { gather } from './gather';

function file(name: string, text: string): Keepable {
  return { kind: 'file', name, blob: new Blob([text]) };
}

test('many small files become parts of a few blobs, with the same bytes under the same names', async () => {
  const sources = Array.from({ length: 2500 }, (_, at) => file(`${at}.json`, `{"number":${at}}`));
  sources[107] = file('deck.html', '<html></html>');
  sources[108] = file('my.story.json', '{}');
  sources[109] = { kind: 'url', url: 'https://example.org/a.json' };
  const before = [...sources];
  await gather(sources, { from: 100, to: 2400 });
  const blobs = new Set(sources.flatMap((source) => (source.kind === 'part' ? [source.blob] : [])));
  expect(blobs.size).toBe(3);
  for (const [from, to] of [
    [0, 100],
    [107, 110],
    [2400, 2500],
  ])
    expect(sources.slice(from, to)).toEqual(before.slice(from, to));
  for (const at of [100, 106, 110, 1099, 1100, 2399]) {
    const part = sources[at];
    if (part?.kind !== 'part') throw new Error(`${at} is no part`);
    expect(part.name).toBe(`${at}.json`);
    expect(await part.blob.slice(part.start, part.end).text()).toBe(`{"number":${at}}`);
  }
});
