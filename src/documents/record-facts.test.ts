import { describe, expect, it, test } from 'vitest';
import { changed, readOne } from './vectors/read';
import { BUNDLE, GRAPH, RECORD_DOCUMENT, STATE } from './vectors/score';

const AT = '/events/1/payload/graph_snapshot';

describe('a bundle', () => {
  test('gives its work with every name it may have', async () => {
    const { kind, facts, problems } = await readOne(BUNDLE);
    expect(kind).toBe('bundle');
    expect(problems).toEqual([]);
    expect(facts.works[0]).toEqual({
      names: ['arXiv:2409.12917', 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ'],
      source: 'record',
      title: 'Training Language Models to Self-Correct via Reinforcement Learning',
      authorsText: 'Aviral Kumar, Rishabh Agarwal',
      year: 2024,
      date: '2024-09-19',
      primaryCat: 'cs.LG',
      headline: 'A model learns to correct itself.',
      abstract: null,
      pointer: `${AT}/paper`,
    });
  });

  test('gives its record with what it states of itself', async () => {
    const { facts } = await readOne(BUNDLE);
    expect(facts.records).toEqual([
      expect.objectContaining({
        pithNumber: 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
        work: 'arXiv:2409.12917',
        version: 2,
        statedReferences: 282,
        statedResolved: 282,
        statedAnchors: 63,
        statedFormal: 3,
        graphPointer: '/events/1/payload/graph_snapshot',
        hasCanonicalRecord: true,
      }),
    ]);
  });

  test('gives claims, events and references with their places', async () => {
    const { facts } = await readOne(BUNDLE);
    expect(facts.claims).toEqual([
      expect.objectContaining({ claimId: 'C1', pointer: `${AT}/claims/items/0` }),
    ]);
    expect(facts.events.map(({ type, keyId }) => [type, keyId])).toEqual([
      ['record_created', 'pith-v1-2026-05'],
      ['graph_snapshot', 'pith-v1-2026-05'],
    ]);
    expect(facts.citations.map(({ cited, method }) => [cited, method])).toEqual([
      ['arXiv:2402.14740', 'stated-id'],
      ['arXiv:2305.08844', 'id-in-text'],
      [null, null],
      ['doi:10.1162/tacl_a_00713', 'stated-id'],
    ]);
  });

  test('reads the newest of several graph snapshots', async () => {
    const newer = {
      created_at: '2026-06-01T00:00:00Z',
      payload: { graph_snapshot: changed(GRAPH, '/paper/title', 'Newer') },
    };
    const { facts, problems } = await readOne({ ...BUNDLE, events: [newer, ...BUNDLE.events] });
    expect(facts.works[0]?.title).toBe('Newer');
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'note',
        message: expect.stringContaining('2 graph snapshots') as string,
      }),
    ]);
  });

  test('without its graph event has no title, but is a record', async () => {
    const { facts } = await readOne(changed(BUNDLE, '/events/1', undefined));
    expect(facts.works[0]).toMatchObject({ title: null, date: '2024-09-19' });
  });
});

test.each([
  ['a state', STATE, 'state', 1],
  ['a record', RECORD_DOCUMENT, 'record', 1],
  ['a graph by itself', GRAPH, 'graph', 0],
  ['a graph in an envelope', { graph_snapshot: GRAPH }, 'graph', 0],
  [
    'a graph in an envelope with its number',
    { pith_number: BUNDLE.pith_number, graph_snapshot: GRAPH },
    'graph',
    1,
  ],
])('%s gives the work and its parts', async (_, document, kind, records) => {
  const read = await readOne(document);
  expect(read.kind).toBe(kind);
  expect(read.facts.works[0]?.names[0]).toBe('arXiv:2409.12917');
  expect(read.facts.records).toHaveLength(records);
  expect(read.problems).toEqual([]);
});

test('a state says how many events it was made from', async () => {
  const { facts } = await readOne(STATE);
  expect(facts.eventCounts).toEqual([expect.objectContaining({ eventCount: 2, validEventCount: 2 })]);
});

describe('one bad part costs nothing else', () => {
  it.each([
    [
      '/canonical_record/metadata/submitted_at',
      '0000-01-01',
      'The date of submission is "0000-01-01", not a plausible date',
    ],
    ['/canonical_record/metadata/submitted_at', '99999-01-01', 'not a plausible date'],
    ['/canonical_record/metadata/submitted_at', 20240919, 'The date of submission is 20240919, not a date'],
    [`${AT}/paper/title`, 5, 'The title is 5, not text; it was left out.'],
    [`${AT}/paper`, 'x', 'This is "x", not an object'],
    [`${AT}/claims/items/0`, null, 'This is null, not an object'],
    [`${AT}/claims/items/0/text`, ['x'], 'The text is a list, not text'],
    [`${AT}/claims/items`, {}, 'This should be a list'],
    [`${AT}/references/sample`, 'x', 'This should be a list'],
    [`${AT}/references/count`, 'many', 'The count is "many", not a number'],
    [`${AT}/references/count`, -1, 'The count is -1, not a plausible count'],
    [`${AT}/references/count`, 1e300, 'not a plausible count'],
    [`${AT}/references/sample/0/year`, 'nineteen', 'The year is "nineteen", not a number; it was left out.'],
    [`${AT}/references/sample/0/year`, 99999, 'The year is 99999, not a plausible year'],
    [`${AT}/references/sample/0/ref_index`, 1.5, 'not a whole number'],
    [`${AT}/references/sample/0/title`, {}, 'The title is an object, not text'],
    [`${AT}/references/sample/0/cited_arxiv_id`, 2402.1474, 'The id is 2402.1474, not text'],
    [`${AT}/references/sample/0/cited_arxiv_id`, 'x'.repeat(1000), 'it was not taken as an id'],
    [`${AT}/references/sample/0/cited_arxiv_id`, 'nonsense', 'is not an arXiv id'],
    [`${AT}/references/sample/0`, 7, 'This reference is 7, not an object'],
    [`${AT}/references/sample/0`, {}, 'This reference says nothing'],
    ['/events/0', 'x', 'This event is not an object'],
    ['/events/1/created_at', 5, 'The time of creation is 5, not a date'],
    ['/pith_number', 'pith:OQMAWUXN', 'not of the form'],
    ['/pith_number', 5, 'not of the form'],
    ['/source_aliases', 'x', 'The source aliases is "x", not a list'],
    ['/source_aliases/0/alias_value', 'x'.repeat(1000), 'an id of at most 512 characters'],
    ['/bundle_type', 'other', 'which is not known'],
  ])('%s as %j', async (pointer, value, message) => {
    const { facts, problems } = await readOne(changed(BUNDLE, pointer, value));
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(facts.works[0]?.names[0]).toBe('arXiv:2409.12917');
    expect(facts.records).toHaveLength(1);
  });

  it.each([
    '/canonical_record',
    '/source',
    '/source_aliases',
    '/events',
    '/canonical_sha256',
    `${AT}/paper`,
    `${AT}/references`,
  ])('without %s the rest is read', async (pointer) => {
    const { facts } = await readOne(changed(BUNDLE, pointer, undefined));
    expect(facts.works[0]?.names[0]).toBe('arXiv:2409.12917');
  });

  test('where nothing names the paper, that is said', async () => {
    const { facts, problems } = await readOne({ bundle_type: 'pith_open_graph_bundle' });
    expect(facts.works).toEqual([]);
    expect(problems[0]?.message).toContain('which paper this is');
  });

  test('long texts are cut and ids are not', async () => {
    const { facts, problems } = await readOne(changed(BUNDLE, `${AT}/paper/title`, 'x'.repeat(30_000)));
    expect(facts.works[0]?.title).toHaveLength(20_000);
    expect(problems).toEqual([expect.objectContaining({ severity: 'note', pointer: `${AT}/paper/title` })]);
  });

  test('a hundred problems are kept and the rest are counted', async () => {
    const sample = Array.from({ length: 300 }, () => 7);
    const { problems } = await readOne(changed(BUNDLE, `${AT}/references/sample`, sample));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('200 more') as string,
    });
  });

  test('keys that name something in JavaScript do no harm', async () => {
    const text = JSON.stringify(BUNDLE).replace(
      '{',
      '{"__proto__":{"title":"x"},"constructor":1,"toString":null,',
    );
    const { facts } = await readOne(text);
    expect(facts.works[0]?.names[0]).toBe('arXiv:2409.12917');
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  test('nesting 100,000 deep is survived', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { facts } = await readOne(JSON.stringify(BUNDLE).replace('{', `{"deep":${deep},`));
    expect(facts.records).toHaveLength(1);
  });
});
