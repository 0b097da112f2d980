import fc from 'fast-check';

/** A value that stands in the text as it is written here, JSON or not. */
const MARK = '\ue000raw:';
const raw = (written: string) => MARK + written;

const MARKED = new RegExp(`"${MARK}([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"`, 'g');

/** A document's text, with raw values as written. */
export function written(document: unknown): string {
  return (JSON.stringify(document) ?? 'null').replace(
    MARKED,
    (_, text: string) => JSON.parse(`"${text}"`) as string,
  );
}

/** An object with any key as its own. */
function owning(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });
}

export const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
  'type',
  'id',
  'value',
  '',
  '0',
  '\ud800',
  'a/b~c',
  'canonical_record',
];

const TEXTS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  'arXiv:2409.12917',
  '2409.12917v99',
  'doi:10.1/x',
  '10.48550/arxiv.2409.12917',
  'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
  'pith:OQMAWUXN',
  'local:a/b',
  'openalex:W1',
  'lean:L/main',
  "'; DROP TABLE works; --",
  '9999-99-99T99:99:99Z',
  '2024-02-31',
  'javascript:alert(1)',
  'sha256:',
  '=1+1',
  '\u001f',
];

const RAW = [
  '1e400',
  '-0',
  '1.0',
  '1e-400',
  '123456789012345678901234567890',
  'NaN',
  '01',
  '[,]',
  '{"a":1,"a":2}',
  '"\\ud800"',
  `${'['.repeat(300)}${']'.repeat(300)}`,
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -1e308) },
  { weight: 2, arbitrary: fc.constantFrom([], {}, [[]], [null], { a: [{ b: {} }] }) },
  { weight: 2, arbitrary: fc.constantFrom(...KEYS).map((key) => owning(key, { type: 'work' })) },
  { weight: 2, arbitrary: fc.constantFrom(...RAW.slice(0, 10)).map(raw) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Rare, because each costs as much as a hundred others. */
export const hugeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...RAW.slice(10)).map(raw),
  fc.integer({ min: 500, max: 60_000 }).map((length) => 'W'.repeat(length)),
  fc.integer({ min: 500, max: 3_000 }).map((length) => Array<number>(length).fill(0)),
  fc.integer({ min: 500, max: 3_000 }).map((length) => Array.from({ length }, () => ({ a: 1 }))),
);
