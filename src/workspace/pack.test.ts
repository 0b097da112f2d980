import { expect, test } from 'vitest';
import { pack, sizeOf, unpack, type Keepable, type KeptSource } from './pack';

const BYTES = new Uint8Array([0xef, 0xbb, 0xbf, 0x00, 0xff, 0xfe, 0x0d, 0x0a]);

const SOURCES: readonly Keepable[] = [
  { kind: 'file', name: 'papers/bom.json', blob: new Blob([BYTES]) },
  { kind: 'url', url: 'https://example.org/a.json' },
  { kind: 'file', name: 'empty.json', blob: new Blob([]) },
  { kind: 'text', name: 'pasted text', text: '{"τ":"–"}' },
  { kind: 'file', name: 'papers/bom.json', blob: new Blob(['{}']) },
];

test('what is unpacked is what was packed, in its order, byte for byte', async () => {
  const { contents, blobs } = pack(SOURCES);
  const back = unpack(contents, new Blob([...blobs])) ?? [];
  expect(contents.names).toEqual([
    'papers/bom.json',
    'https://example.org/a.json',
    'empty.json',
    'pasted text',
    'papers/bom.json',
  ]);
  const bytes = await Promise.all(
    back.map(async (source) => (source.kind === 'url' ? source.url : [...(await bytesOf(source))])),
  );
  expect(bytes).toEqual([
    [...BYTES],
    'https://example.org/a.json',
    [],
    [...new TextEncoder().encode('{"τ":"–"}')],
    [0x7b, 0x7d],
  ]);
});

test('a pack that was cut, or that is of other bytes, is not taken for whole', () => {
  const { contents, blobs } = pack(SOURCES);
  const whole = new Blob([...blobs]);
  expect(sizeOf(contents)).toBe(whole.size);
  expect(unpack(contents, whole.slice(1))).toBeNull();
  expect(unpack(contents, new Blob([whole, 'x']))).toBeNull();
  expect(unpack(contents, new Blob())).toBeNull();
});

test('neighbours in one blob are taken in one go', async () => {
  const blob = new Blob(['one', 'two', 'three']);
  const { blobs, contents } = pack([
    { kind: 'part', name: 'one', blob, start: 0, end: 3 },
    { kind: 'part', name: 'two', blob, start: 3, end: 6 },
    { kind: 'text', name: 'between', text: '-' },
    { kind: 'part', name: 'three', blob, start: 6, end: 11 },
  ]);
  expect(blobs.length).toBe(3);
  expect(await new Blob([...blobs]).text()).toBe('onetwo-three');
  expect(contents.ends).toEqual([3, 6, 7, 12]);
});

async function bytesOf({ blob, start, end }: Extract<KeptSource, { kind: 'part' }>): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(start, end).arrayBuffer());
}
