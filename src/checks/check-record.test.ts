import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readSources } from '../documents';
import type { CheckResult, Trust } from '../model';
import { EMPTY_LIST } from './check-lists';
import { checkRecord, trustOf } from './check-record';
import { bundleOf, records, stateOf } from './vectors/bundle-of';

type Json = Record<string, unknown>;

const [score] = records;
if (!score) throw new Error('the first published record is SCoRe');

async function checksOf(text: string): Promise<readonly CheckResult[]> {
  const { signal } = new AbortController();
  for await (const { checks } of readSources([{ kind: 'text', name: 'x', text }], {
    signal,
    check: checkRecord,
  }))
    return checks;
  return [];
}

async function verdictOf(document: unknown): Promise<{ trust: Trust; failed: string[] }> {
  const results = await checksOf(typeof document === 'string' ? document : JSON.stringify(document));
  const failed = results.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check);
  return { trust: trustOf(results), failed };
}

/** Sets what stands at a pointer; `undefined` removes it. */
function changed(document: unknown, pointer: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as Json;
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce((at, key) => at[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe('published records come out sound', () => {
  it.each(records)('$pith_number', async (record) => {
    expect(await verdictOf(bundleOf(record))).toEqual({ trust: 'sound', failed: [] });
    expect((await verdictOf(stateOf(record))).failed).toEqual([]);
  });

  test('in another order of keys, with other white space and escapes', async () => {
    const reversed = Object.fromEntries(Object.entries(bundleOf(score)).reverse());
    const text = JSON.stringify(reversed, null, 3).replaceAll('canonical_record', 'canonical\\u005frecord');
    expect(await verdictOf(text)).toEqual({ trust: 'sound', failed: [] });
  });

  test('what no signature covers is never called checked', async () => {
    const results = await checksOf(JSON.stringify(bundleOf(score)));
    const open = results.filter(({ verdict }) => verdict === 'not-checkable').map(({ check }) => check);
    expect(open).toEqual(['abstract', 'claims', 'authors', 'references']);
  });
});

const GRAPH = '/events/1/payload/graph_snapshot';

describe('a change in what is covered comes out broken', () => {
  it.each([
    ['the version in the record', '/canonical_record/source/version', 3, 'canonical-hash'],
    [
      'a letter of the license',
      '/canonical_record/metadata/license',
      'http://creativecommons.org/licenses/by/4.0',
      'canonical-hash',
    ],
    ['a category more', '/canonical_record/metadata/cross_cats_sorted/0', 'cs.AI', 'canonical-hash'],
    ['a key more', '/canonical_record/metadata/extra', null, 'canonical-hash'],
    ['a key less', '/canonical_record/schema_version', undefined, 'canonical-hash'],
    ['a number for a text', '/canonical_record/schema_version', 1, 'canonical-hash'],
    ['no record but a text', '/canonical_record', 'x', 'canonical-hash'],
    ['the hash', '/canonical_sha256', '7'.repeat(64), 'canonical-hash'],
    ['the hash in capitals', '/canonical_sha256', score.canonical_sha256.toUpperCase(), 'canonical-hash'],
    ['the record in the event', '/events/0/payload/canonical_record/source/id', '2409.12918', 'receipt-hash'],
    ['the hash in the event', '/events/0/payload/canonical_sha256', '7'.repeat(64), 'receipt-hash'],
    ['the number', '/pith_number', 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXA', 'number'],
    ['the number in small letters', '/pith_number', score.pith_number.toLowerCase(), 'number'],
    ['the number without its year', '/pith_number', 'pith:OQMAWUXNEGORB2TU7H6MP4SDXQ', 'year'],
    ['a number that is none', '/pith_number', 5, 'number'],
    ['the year', '/pith_number', 'pith:2023:OQMAWUXNEGORB2TU7H6MP4SDXQ', 'year'],
    ['the short number', '/short_pith_number', 'pith:OQMAWUXM', 'number'],
    ['an alias', '/source_aliases/0/alias_value', '2409.12918', 'aliases'],
    ['an alias of a version', '/source_aliases/1/alias_value', '2409.12917v1', 'aliases'],
    ['an alias that is a DOI', '/source_aliases/2/alias_value', '10.48550/arxiv.2409.12918', 'aliases'],
    ['an alias that is a cut number', '/source_aliases/3/alias_value', 'OQMAWUXNEGO', 'aliases'],
    ['an alias without a value', '/source_aliases/3/alias_value', undefined, 'aliases'],
    ['the source', '/source/id', '2409.12918', 'source'],
    ["the source's version", '/source/version', '2', 'source'],
    ["the graph's source", `${GRAPH}/source/version`, 1, 'source'],
    ['the subject of an event', '/events/1/subject_pith_number', 'pith:2024:X', 'subject'],
    ['the title', `${GRAPH}/paper/title`, 'Training Language Models to Self-Correct', 'title'],
    ['a title that is none', `${GRAPH}/paper/title`, 7, 'title'],
    ['a full abstract that is another', `${GRAPH}/paper/abstract`, 'Something else', 'abstract'],
    ['the hash of an empty list', `${GRAPH}/author_claims/snapshot_sha256`, '00', 'empty-lists'],
    ['the count of an empty list', `${GRAPH}/author_claims/count`, 1, 'empty-lists'],
    ['the strong count of an empty list', `${GRAPH}/author_claims/strong_count`, 1, 'empty-lists'],
    ['items in an empty list', `${GRAPH}/formal_canon/items`, [{}], 'empty-lists'],
    [
      'the hash of the empty list on a full one',
      `${GRAPH}/claims/snapshot_sha256`,
      EMPTY_LIST,
      'empty-lists',
    ],
  ])('%s', async (_, pointer, value, check) => {
    const { trust, failed } = await verdictOf(changed(bundleOf(score), pointer, value));
    expect(trust).toBe('broken');
    expect(failed).toContain(check);
  });

  test('a number written as a float', async () => {
    const text = JSON.stringify(bundleOf(score)).replaceAll('"version":2', '"version":2.0');
    expect((await verdictOf(text)).failed).toContain('canonical-hash');
  });

  it.each([
    ['/event_count', 3],
    ['/event_count', 0],
    ['/event_count', 'two'],
    ['/valid_event_count', 1],
    ['/invalid_event_count', 1],
    ['/equivocation_count', 3],
    ['/invalid_event_count', -1],
  ])("a state's counters: %s as %j", async (pointer, value) => {
    expect((await verdictOf(changed(stateOf(score), pointer, value))).failed).toEqual(['event-counts']);
  });
});

describe('what cannot be told is not called broken', () => {
  it.each([
    ['no canonical record', '/canonical_record', undefined],
    ['no stated hash', '/canonical_sha256', undefined],
    ['an unknown kind of alias', '/source_aliases/0', { alias_kind: 'ark', alias_value: 'x' }],
    ["a journal's DOI", '/source_aliases/2/alias_value', '10.1162/tacl_a_00713'],
    [
      'a title with other white space',
      `${GRAPH}/paper/title`,
      ' Training Language Models\n  to Self-Correct via Reinforcement Learning',
    ],
    ['no title', `${GRAPH}/paper/title`, undefined],
    ['no snapshot hash', `${GRAPH}/author_claims/snapshot_sha256`, undefined],
  ])('%s', async (_, pointer, value) => {
    expect((await verdictOf(changed(bundleOf(score), pointer, value))).failed).toEqual([]);
  });

  test('without any canonical record there is nothing to be sound', async () => {
    const bundle = changed(changed(bundleOf(score), '/canonical_record', undefined), '/events', []);
    expect(await verdictOf(bundle)).toEqual({ trust: 'unchecked', failed: [] });
  });

  it.each([
    ['half a character', changed(bundleOf(score), '/canonical_record/x', '\ud800'), 'half of a character'],
    [
      'a deep nest',
      JSON.stringify(bundleOf(score)).replace(
        '{"metadata":',
        `{"x":${'['.repeat(300)}${']'.repeat(300)},"metadata":`,
      ),
      '200 levels',
    ],
  ])('%s in the record has no hash, and it says why', async (_, document, why) => {
    const results = await checksOf(typeof document === 'string' ? document : JSON.stringify(document));
    const hash = results.find(({ check }) => check === 'canonical-hash');
    expect(hash?.verdict).toBe('not-checkable');
    expect(hash?.detail).toContain(why);
    expect(trustOf(results)).not.toBe('sound');
  });
});

test('a sound record is signed where each of its events verifies, and only then', () => {
  const result = (check: string, verdict: CheckResult['verdict']): CheckResult => ({
    subject: 'pith:x',
    check,
    verdict,
    detail: '',
    pointer: '',
  });
  const sound = [result('canonical-hash', 'pass'), result('number', 'pass')];
  const signed = result('signature', 'pass');
  expect(trustOf(sound)).toBe('sound');
  expect(trustOf([...sound, signed, signed])).toBe('signed');
  expect(trustOf([...sound, signed, result('signature', 'not-checkable')])).toBe('sound');
  expect(trustOf([...sound, signed, result('signature', 'fail')])).toBe('broken');
  expect(trustOf([signed])).toBe('unchecked');
});

/** Pointers of all leaves below. */
function leaves(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${pointer}/${key}`));
}

test('any change of any covered leaf comes out broken', async () => {
  const bundle = bundleOf(score);
  const covered = leaves(bundle, '').filter(
    (leaf) =>
      /^\/(canonical_|pith_number|short_|source\/)/.test(leaf) ||
      /alias_value|subject_pith_number|payload\/canonical_|paper\/title|graph_snapshot\/source|formal_canon|author_claims/.test(
        leaf,
      ),
  );
  // JSON writes Infinity as null, and null states nothing.
  const finite = fc.double({ noDefaultInfinity: true, noNaN: true });
  const folded = (value: unknown) =>
    typeof value === 'string' ? value.toLowerCase().replace(/\s+/gu, ' ').trim() : value;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...covered),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), finite, fc.boolean(), fc.constant({})),
      async (pointer, value) => {
        const before = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((at, key) => (at as Json)[key], bundle);
        fc.pre(folded(JSON.parse(JSON.stringify(value))) !== folded(before) && !Number.isNaN(value));
        const { trust, failed } = await verdictOf(changed(bundle, pointer, value));
        expect(trust).toBe('broken');
        expect(failed.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
