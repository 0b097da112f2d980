import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readSources } from '../documents';
import { compareState } from './compare-state';
import { toBase64 } from './encodings';
import type { KeyRing } from './key-ring';
import { mergePartsOf, type MergeParts } from './merge-parts';
import { mergeRecord, type MergedState } from './merge-record';
import { signEvent } from './sign-event';
import type { SigningKey } from './signing-key';
import { bundleOf, records, stateOf } from './vectors/bundle-of';
import { graphEvent, HASH, NUMBER, ringOf, signingKey } from './vectors/events';
import { canonicalJson, writeCanonical } from './canonical';

type Json = Record<string, unknown>;

const [score] = records;
if (!score) throw new Error('the first published record is SCoRe');
const RECORD = writeCanonical(score.canonical_record);

let own: SigningKey;
let stranger: SigningKey;
let ring: KeyRing;
let pool: string[];

const partsOf = (...events: unknown[]): MergeParts => ({
  pithNumber: NUMBER,
  canonicalRecords: [],
  aliases: [],
  events: events.map((event) => (typeof event === 'string' ? event : writeCanonical(event))),
});
const signed = async (event: unknown, key = own) =>
  JSON.parse(await signEvent(JSON.stringify(event), key)) as Json;
const less = (event: Json, ...keys: string[]) =>
  Object.fromEntries(Object.entries(event).filter(([key]) => !keys.includes(key)));
const merge = (...events: unknown[]) => mergeRecord(NUMBER, [partsOf(...events)], ring);

beforeAll(async () => {
  [own, stranger] = await Promise.all([signingKey(0, 'own'), signingKey(1, 'stranger')]);
  ring = await ringOf(own);
  pool = (await manyEvents()).map((event) => (typeof event === 'string' ? event : writeCanonical(event)));
});

/** Events of every kind that the merge tells apart, many of them at odds with each other. */
async function manyEvents(): Promise<unknown[]> {
  const a = await signed(graphEvent(1));
  const followed = { previous_event_id: a['event_id'] };
  const b = await signed(graphEvent(4), stranger);
  const x = graphEvent(5, { event_id: 'sha256:x' });
  return [
    a,
    { ...a, signature: toBase64(new Uint8Array(64)) },
    { ...a, signature: undefined },
    { ...a, payload: {} },
    { ...a, note: 'more' },
    { ...a, event_id: 'sha256:x' },
    await signed(graphEvent(2, followed)),
    await signed(graphEvent(3, followed)),
    await signed(graphEvent(1, { payload: { graph_snapshot: { builder_version: 'other' } } })),
    b,
    { ...b, signature: toBase64(new Uint8Array(64)) },
    { ...b, signature: toBase64(new Uint8Array(64).fill(1)) },
    await signed(graphEvent(4, { payload: {} }), stranger),
    x,
    { ...x, note: 'more' },
    { ...x, note: 'less' },
    { event_id: 'sha256:x', created_at: x.created_at, payload: x.payload },
    graphEvent(6),
    { ...graphEvent(6), created_at: undefined },
    { ...graphEvent(7), created_at: 'yesterday', event_id: 'sha256:y' },
    {
      event_type: 'record_created',
      payload: { canonical_record: score?.canonical_record, canonical_sha256: HASH },
    },
    { event_type: 'record_created', payload: { canonical_record: { version: 3 } } },
    graphEvent(8, { subject_pith_number: 'pith:2024:AAAAAAAAAAAAAAAAAAAAAAAAAA' }),
    { payload: {} },
    7,
    '{"note":"\ud800"}',
    '{"note":Infinity}',
  ];
}

const someParts = fc.record({
  pithNumber: fc.constantFrom(NUMBER, null),
  canonicalRecords: fc.subarray([RECORD, '{"version":3}', '"\ud800"']),
  aliases: fc.array(
    fc.record({
      kind: fc.constantFrom('arxiv', 'doi'),
      value: fc.constantFrom('1', '2'),
      createdAt: fc.constantFrom(null, '2026', '2025'),
    }),
    { maxLength: 4 },
  ),
  events: fc
    .array(fc.nat({ max: 26 }), { maxLength: 25 })
    .map((chosen) => chosen.map((index) => pool[index] ?? '')),
});
const someSources = fc.array(someParts, { maxLength: 4 });
const RUNS = { numRuns: 60 };

describe('a merge is the same', () => {
  test('in whatever order documents and events come', async () => {
    await fc.assert(
      fc.asyncProperty(someSources, async (sources) => {
        const merged = await mergeRecord(NUMBER, sources, ring);
        const turned = sources.toReversed().map((part) => ({ ...part, events: part.events.toReversed() }));
        expect(await mergeRecord(NUMBER, turned, ring)).toEqual(merged);
      }),
      RUNS,
    );
  });

  test('however often a document comes', async () => {
    await fc.assert(
      fc.asyncProperty(someSources, async (sources) => {
        const merged = await mergeRecord(NUMBER, sources, ring);
        expect(await mergeRecord(NUMBER, [...sources, ...sources, merged], ring)).toEqual(merged);
        expect(await mergeRecord(NUMBER, [merged], ring)).toEqual(merged);
      }),
      RUNS,
    );
  });

  test('however the documents are brought together', async () => {
    await fc.assert(
      fc.asyncProperty(someSources, someSources, someSources, async (a, b, c) => {
        const all = await mergeRecord(NUMBER, [...a, ...b, ...c], ring);
        const [ma, mb, mc] = await Promise.all([a, b, c].map((each) => mergeRecord(NUMBER, each, ring)));
        if (!ma || !mb || !mc) throw new Error('three merges were asked for');
        const left = await mergeRecord(NUMBER, [await mergeRecord(NUMBER, [ma, mb], ring), mc], ring);
        const right = await mergeRecord(NUMBER, [ma, await mergeRecord(NUMBER, [mb, mc], ring)], ring);
        expect(left).toEqual(all);
        expect(right).toEqual(all);
      }),
      RUNS,
    );
  });

  test('when it goes on from a state that was kept, even one merged without keys', async () => {
    await fc.assert(
      fc.asyncProperty(someSources, someParts, async (sources, more) => {
        const kept = JSON.parse(JSON.stringify(await mergeRecord(NUMBER, sources))) as MergedState;
        expect(await mergeRecord(NUMBER, [kept, more], ring)).toEqual(
          await mergeRecord(NUMBER, [...sources, more], ring),
        );
      }),
      RUNS,
    );
  });
});

test('nothing is lost and nothing is counted twice', async () => {
  await fc.assert(
    fc.asyncProperty(someSources, async (sources) => {
      const { events, invalid, copies, counts } = await mergeRecord(NUMBER, sources, ring);
      const out = [...[...events, ...invalid].map(({ text }) => text), ...copies];
      expect(out.sort()).toEqual([...new Set(sources.flatMap((part) => part.events))].sort());
      expect(counts.event_count).toBe(counts.valid_event_count + counts.invalid_event_count);
      expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    }),
    RUNS,
  );
});

describe('an event is set aside', () => {
  it.each<[string, () => unknown]>([
    ['unreadable', () => '{"note":Infinity}'],
    ['unreadable', () => '{"note":"\ud800"}'],
    ['not-an-event', () => [graphEvent(1)]],
    ['wrong-subject', () => graphEvent(1, { subject_pith_number: 'pith:2024:AAAAAAAAAAAAAAAAAAAAAAAAAA' })],
    ['wrong-subject', () => graphEvent(1, { subject_pith_number: 7 })],
    ['no-type', () => graphEvent(1, { event_type: '' })],
    ['no-type', () => ({ payload: {} })],
    ['wrong-id', async () => ({ ...(await signed(graphEvent(1))), payload: {} })],
    ['wrong-id', async () => ({ ...(await signed(graphEvent(1), stranger)), event_id: undefined })],
    ['incomplete', async () => ({ ...(await signed(graphEvent(1))), created_at: '2026-05-17' })],
    [
      'incomplete',
      async () => ({ ...(await signed(graphEvent(1))), signer: { signer_id: 's', key_id: 'own' } }),
    ],
    ['failed-signature', async () => ({ ...(await signed(graphEvent(1))), signature: 'AAAA' })],
    ['wrong-record', () => ({ event_type: 'record_created', payload: { canonical_record: {} } })],
    [
      'wrong-record',
      () => ({
        event_type: 'x',
        payload: { canonical_record: score.canonical_record, canonical_sha256: '00' },
      }),
    ],
  ])('as %s', async (reason, make) => {
    const { events, invalid, counts } = await merge(await make());
    expect(events).toEqual([]);
    expect(invalid).toMatchObject([{ reason, detail: expect.stringMatching(/\w/) as string }]);
    expect(counts).toMatchObject({ event_count: 1, valid_event_count: 0, invalid_event_count: 1 });
  });

  test('but not for want of a key', async () => {
    const event = { ...(await signed(graphEvent(1), stranger)), signature: toBase64(new Uint8Array(64)) };
    expect((await merge(event)).events).toMatchObject([{ verdict: 'not-checkable' }]);
  });
});

describe('copies of one event', () => {
  test('a copy with a broken signature does no harm to the one that verifies', async () => {
    const event = await signed(graphEvent(1));
    const merged = await merge({ ...event, signature: toBase64(new Uint8Array(64)) }, event);
    expect(merged.events).toMatchObject([{ verdict: 'pass', text: writeCanonical(event) }]);
    expect(merged.invalid).toMatchObject([{ reason: 'failed-signature' }]);
  });

  test('a copy without signature is the same event', async () => {
    const event = await signed(graphEvent(1));
    const bare = less(event, 'signature');
    const merged = await merge(bare, event);
    expect(merged.events).toMatchObject([{ verdict: 'pass' }]);
    expect(merged).toMatchObject({ copies: [writeCanonical(bare)], counts: { event_count: 1 } });
  });

  test('what a state shows of an event is an excerpt of it', async () => {
    const event = graphEvent(1, { event_id: 'sha256:x' });
    const excerpt = less(event, 'event_type', 'subject_pith_number');
    const merged = await merge(excerpt, event);
    expect(merged).toMatchObject({ events: [{ text: writeCanonical(event) }], invalid: [] });
    expect((await merge(excerpt)).events).toMatchObject([{ type: 'graph_snapshot' }]);
  });

  test('two that say different things are both set aside', async () => {
    const event = graphEvent(1, { event_id: 'sha256:x' });
    const merged = await merge(event, { ...event, target: 'other' });
    expect(merged.events).toEqual([]);
    expect(merged.invalid.map(({ reason }) => reason)).toEqual(['conflicting-copies', 'conflicting-copies']);
  });

  test('unless the id follows from one of them', async () => {
    const event = await signed(graphEvent(1), stranger);
    const other = less(event, 'signature_rule');
    const merged = await merge(event, other, { ...other, note: 'more' });
    expect(merged.events).toMatchObject([{ text: writeCanonical(event) }]);
    expect(merged).toMatchObject({ copies: [writeCanonical(other)], counts: { invalid_event_count: 1 } });
  });

  test('or a trusted signature vouches for one of them, and not for its id alone', async () => {
    const event = graphEvent(1, { event_id: 'sha256:x' });
    const sign = async (text: string) =>
      toBase64(
        new Uint8Array(await crypto.subtle.sign('Ed25519', own.privateKey, new TextEncoder().encode(text))),
      );
    const right = { ...event, signature: await sign(writeCanonical(event)) };
    const more = { ...right, note: 'more' };
    expect((await merge(more, right)).events).toMatchObject([{ text: writeCanonical(right) }]);
    const idOnly = { ...event, signature: await sign('sha256:x') };
    expect((await merge({ ...event, target: 'a' }, idOnly)).events).toEqual([]);
  });

  test('ten thousand that say different things take no long', async () => {
    const copies = Array.from({ length: 10_000 }, (_, n) => ({
      event_id: 'x',
      event_type: 't',
      n,
      payload: {},
    }));
    expect((await merge(...copies)).counts).toMatchObject({ invalid_event_count: 10_000 });
  }, 20_000);
});

describe('equivocation', () => {
  const other = { payload: { graph_snapshot: { builder_version: 'other' } } };

  test('one signer, one target, one time, two payloads', async () => {
    const [a, b] = [await signed(graphEvent(1)), await signed(graphEvent(1, other))];
    const merged = await merge(a, b);
    expect(merged.equivocations).toEqual([
      {
        signer: 'mirror',
        target: 'graph',
        previous: null,
        createdAt: '2026-05-17T23:38:01Z',
        eventIds: [a['event_id'], b['event_id']].sort(),
        isProven: true,
      },
    ]);
    expect(merged.events).toHaveLength(2);
    expect(merged.counts).toMatchObject({ valid_event_count: 2, equivocation_count: 1 });
  });

  test('one predecessor, at different times', async () => {
    const previous = { previous_event_id: 'sha256:p' };
    const merged = await merge(await signed(graphEvent(1, previous)), await signed(graphEvent(2, previous)));
    expect(merged.equivocations).toMatchObject([{ previous: 'sha256:p', createdAt: null }]);
  });

  test('is counted once where both predecessor and time are shared', async () => {
    const previous = { previous_event_id: 'sha256:p' };
    const merged = await merge(
      await signed(graphEvent(1, previous)),
      await signed(graphEvent(1, { ...previous, ...other })),
    );
    expect(merged.equivocations).toMatchObject([{ previous: 'sha256:p', createdAt: '2026-05-17T23:38:01Z' }]);
  });

  test('is not proven where somebody may have written in another’s name', async () => {
    const merged = await merge(await signed(graphEvent(1)), await signed(graphEvent(1, other), stranger));
    expect(merged.equivocations).toMatchObject([{ isProven: false }]);
  });

  const signer = { signer: { signer_id: 's' } };
  it.each<[string, Json, Json]>([
    ['another target', signer, { ...signer, ...other, target: 'record' }],
    ['another signer', signer, { ...other, signer: { signer_id: 't' } }],
    ['no signer', {}, other],
    ['the same payload', signer, { ...signer, note: 'x' }],
    ['another time', signer, { ...signer, ...other, created_at: '2026-05-17T23:38:02Z' }],
    ['no time', { ...signer, created_at: null }, { ...signer, ...other, created_at: null }],
  ])('not with %s', async (_, a, b) => {
    expect((await merge(graphEvent(1, a), graphEvent(1, b))).equivocations).toEqual([]);
  });
});

describe('what counts now', () => {
  test('the newest graph, and the others are history', async () => {
    const events = [2, 3, 1].map((n) => graphEvent(n, { event_id: `sha256:${n}` }));
    const merged = await merge(...events, graphEvent(9, { payload: {} }));
    expect(merged.current.graph).toBe('sha256:3');
    expect(merged.history).toEqual(['sha256:2', 'sha256:1']);
    expect(merged.events.map(({ eventId }) => eventId).slice(0, 3)).toEqual([
      'sha256:1',
      'sha256:2',
      'sha256:3',
    ]);
  });

  test('a graph that a trusted key vouches for, before a newer one that none does', async () => {
    const event = await signed(graphEvent(1));
    const merged = await merge(event, await signed(graphEvent(2), stranger));
    expect(merged.current.graph).toBe(event['event_id']);
  });

  test('times in other zones are compared as times', async () => {
    const early = graphEvent(1, { event_id: 'z', created_at: '2026-05-18T00:30:00+02:00' });
    const late = graphEvent(1, { event_id: 'a', created_at: '2026-05-17T23:00:00Z' });
    expect((await merge(early, late)).current.graph).toBe('a');
  });

  test('the record that the number names, and no other', async () => {
    const parts = { ...partsOf(), canonicalRecords: ['{"version":3}', RECORD] };
    const { current } = await mergeRecord(NUMBER, [parts]);
    expect(current).toMatchObject({ canonicalRecord: RECORD, canonicalSha256: HASH });
  });
});

it.each([
  ['of another record', () => mergeRecord(NUMBER, [{ ...partsOf(), pithNumber: 'pith:2024:A' }])],
  ['under a short number', () => mergeRecord('pith:OQMAWUXN', [])],
])('a document %s is refused', async (_, run) => {
  await expect(run()).rejects.toMatchObject({ name: 'Failure', kind: 'bad-argument' });
});

async function partsFrom(document: unknown): Promise<MergeParts> {
  let parts: MergeParts | undefined;
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const { signal } = new AbortController();
  const check = (evidence: Parameters<typeof mergePartsOf>[0]) => {
    parts = mergePartsOf(evidence);
    return Promise.resolve([]);
  };
  for await (const _ of readSources([{ kind: 'text', name: 'x', text }], { signal, check })) void _;
  if (!parts) throw new Error('nothing was read');
  return parts;
}

describe('published forms', () => {
  test('a bundle and a state of it merge to the bundle', async () => {
    const [bundle, state] = [withIds(bundleOf(score)), stateOf(score)];
    const merged = await mergeRecord(NUMBER, [await partsFrom(bundle), await partsFrom(state)]);
    expect(merged.counts).toEqual({
      event_count: 2,
      valid_event_count: 2,
      invalid_event_count: 0,
      equivocation_count: 0,
    });
    expect(merged.current).toMatchObject({ canonicalRecord: RECORD, graph: 'sha256:00' });
    expect(merged.current.sourceAliases).toHaveLength(6);
    expect(compareState(merged, JSON.stringify(state))).toEqual([]);
  });

  test('numbers are taken as they are written', async () => {
    const text = JSON.stringify(bundleOf(score)).replace('"count":1', '"count":1.0');
    const { events } = await partsFrom(text);
    expect(events.join()).toContain('"count":1.0');
    expect(events.every((event) => canonicalJson(event) === event)).toBe(true);
  });
});

/** The graph event under the id that `stateOf` gives it. */
function withIds(bundle: ReturnType<typeof bundleOf>): Json {
  const [created, graph] = bundle.events;
  return { ...bundle, events: [created, { ...graph, event_id: 'sha256:00' }] };
}

describe('a state is held against a merge', () => {
  const state = stateOf(score);
  const [snapshot] = state.current.graph_snapshots;
  const current = (change: Json) => ({ ...state, current: { ...state.current, ...change } });

  it.each<[string, unknown, string[]]>([
    ['that is the same', state, []],
    ['in another order of keys', Object.fromEntries(Object.entries(state).reverse()), []],
    ['with lists that are not known', current({ author_claims: [1] }), []],
    ['with little in it', { state_type: 'pith_open_graph_state' }, []],
    ['of another record', { ...state, pith_number: 'pith:2024:X' }, ['/pith_number']],
    ['with another count', { ...state, event_count: 3 }, ['/event_count']],
    ['with a count that is no number', { ...state, valid_event_count: '2' }, ['/valid_event_count']],
    ['with another record', current({ canonical_record: { version: 3 } }), ['/current/canonical_record']],
    ['with another hash', { ...state, canonical_sha256: '00' }, ['/canonical_sha256']],
    [
      'with an alias more and one fewer',
      current({
        source_aliases: [...state.current.source_aliases.slice(1), { alias_kind: 'x', alias_value: 'y' }],
      }),
      ['/current/source_aliases/5', '/current/source_aliases'],
    ],
    [
      'with a graph that says something else',
      current({ graph_snapshots: [{ ...snapshot, payload: {} }] }),
      ['/current/graph_snapshots/0'],
    ],
    [
      'with another graph',
      current({ graph_snapshots: [{ ...snapshot, event_id: 'sha256:01' }] }),
      ['/current/graph_snapshots/0', '/current/graph_snapshots'],
    ],
    [
      'with a graph without id',
      current({ graph_snapshots: [{ payload: {} }, snapshot] }),
      ['/current/graph_snapshots/0'],
    ],
    ['without a graph', current({ graph_snapshots: [] }), ['/current/graph_snapshots']],
  ])('%s', async (_, document, pointers) => {
    const merged = await mergeRecord(NUMBER, [await partsFrom(withIds(bundleOf(score)))]);
    const differences = compareState(merged, JSON.stringify(document));
    expect(differences.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('that shows an event which was set aside, with the reason', async () => {
    const bundle = withIds(bundleOf(score));
    const [created, graph] = bundle['events'] as Json[];
    const events = [created, graph, { ...graph, target: 'other' }];
    const merged = await mergeRecord(NUMBER, [await partsFrom({ ...bundle, events })]);
    const details = compareState(merged, JSON.stringify(state)).map(({ detail }) => detail);
    expect(details).toEqual(expect.arrayContaining([expect.stringContaining('set aside: Another event')]));
  });

  test('with numbers as they are written', async () => {
    const merged = await mergeRecord(NUMBER, [await partsFrom(withIds(bundleOf(score)))]);
    const text = JSON.stringify(state).replace('"event_count":2', '"event_count":2.0');
    expect(compareState(merged, text)).toHaveLength(1);
  });

  it.each(['', '[]'])('%j is no state', async (text) => {
    const merged = await mergeRecord(NUMBER, []);
    expect(() => compareState(merged, text)).toThrow('not');
  });
});
