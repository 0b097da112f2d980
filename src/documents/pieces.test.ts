import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { isNoise } from './pieces';
import { file, readAll } from './vectors/read';
import { BUNDLE, COLLECTION, linesOf } from './vectors/score';

const bundle = strToU8(JSON.stringify(BUNDLE));
const lines = strToU8(linesOf(COLLECTION));
const zip = (files: Zippable) => zipSync(files);
const gzip = (bytes: Uint8Array) => gzipSync(bytes);

async function read(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const documents = await readAll([file(name, bytes)]);
  return documents.map(({ name, kind, problems }) => [name, kind, problems[0]?.message ?? null]);
}

describe('packed files', () => {
  test('are known by their first bytes, whatever they are called', async () => {
    expect(await read('x.json', gzip(bundle))).toEqual([['x.json', 'bundle', null]]);
    expect(await read('x.json', zip({ 'a.json': bundle }))).toEqual([['x.json/a.json', 'bundle', null]]);
  });

  test('may hold others of the other kind, stored or packed, beside noise', async () => {
    const packed = zip({
      'a/b.json': [bundle, { level: 0 }],
      'c.jsonl.gz': gzip(lines),
      '.DS_Store': strToU8('x'),
      '__MACOSX/a/._b.json': strToU8('x'),
      'empty/': new Uint8Array(),
      'readme.txt': strToU8('Hello'),
      '../../etc/x.json': bundle,
    });
    expect(await read('all.zip', packed)).toEqual([
      ['all.zip/a/b.json', 'bundle', null],
      ['all.zip/c.jsonl.gz', 'collection', null],
      ['all.zip/readme.txt', 'unknown', 'This is not a Pith document or collection.'],
      ['all.zip/../../etc/x.json', 'bundle', null],
    ]);
  });

  test('of several parts are read whole', async () => {
    const [first, second] = [gzip(lines.subarray(0, 99)), gzip(lines.subarray(99))];
    const both = new Uint8Array([...first, ...second]);
    expect(await read('c.gz', both)).toEqual([['c.gz', 'collection', null]]);
  });

  it.each([
    ['a zip in a zip', () => zip({ 'a.zip': zip({ 'a.json': bundle }) }), 'inside an archive'],
    ['a gzip in a gzip', () => gzip(gzip(bundle)), 'inside an archive'],
    ['a cut gzip', () => gzip(bundle).slice(0, -40), 'damaged or was cut off'],
    ['a cut zip', () => zip({ 'a.json': bundle }).slice(0, 200), 'damaged or was cut off'],
    ['an empty zip', () => zip({}), 'holds no files'],
    ['a gzip that swells beyond belief', () => gzip(new Uint8Array(30_000_000)), 'more than 200 times'],
    [
      'a zip that does',
      () => zip({ a: new Uint8Array(30_000_000), 'b.json': bundle }),
      'more than 200 times',
    ],
    ['a locked zip', () => patched(zip({ 'a.json': bundle }), 8, 1), 'password'],
    ['a zip packed in another way', () => patched(zip({ 'a.json': bundle }), 10, 99), 'number 99'],
    ['a zip with a wrong size', () => patched(zip({ 'a.json': bundle }), 24, 1), 'size is not as listed'],
  ])('%s is refused with the reason', async (_, make, message) => {
    const [[, kind, problem] = []] = await read('x', make());
    expect(kind).toBe('unknown');
    expect(problem).toContain(message);
  });

  test('a damaged entry costs the others nothing', async () => {
    const packed = zip({ 'a.json': bundle, 'b.json': bundle });
    packed.fill(0xff, 50, 200);
    const [bad, good] = await read('x.zip', packed);
    expect(bad?.[1]).toBe('unknown');
    expect(good?.slice(0, 2)).toEqual(['x.zip/b.json', 'bundle']);
  });

  test('something before the archive does not matter', async () => {
    const packed = zip({ 'a.json': bundle });
    const [document] = await read('x.zip', new Uint8Array([...packed.subarray(0, 4), ...packed.subarray(4)]));
    expect(document?.[1]).toBe('bundle');
  });
});

/** Overwrites a 16-bit field of the first entry in the directory. */
function patched(packed: Uint8Array<ArrayBuffer>, offset: number, value: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer);
  let at = packed.length - 22;
  while (view.getUint32(at, true) !== 0x02014b50) at--;
  view.setUint16(at + offset, value, true);
  return packed;
}

it.each([
  ['.DS_Store', true],
  ['a/.DS_Store', true],
  ['__MACOSX/a', true],
  ['a/Thumbs.db', true],
  ['a/._b.json', true],
  ['a/', true],
  ['a/b.json', false],
  ['not__MACOSX.json', false],
])('%s is noise: %s', (name, expected) => {
  expect(isNoise(name)).toBe(expected);
});
