import { createHash, createPublicKey, verify as nodeVerify } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { fromHex, toBase64 } from './encodings';
import { checkEventId, derivedId } from './event-id';
import { instantOf, isPlainTime, plainTime } from './event-time';
import { signBundle } from './sign-bundle';
import { signEvent } from './sign-event';
import { makeKeyPair, readSigningKey, type SigningKey } from './signing-key';
import { verifyEvent } from './verify-event';
import { bundleOf, records } from './vectors/bundle-of';
import { graphEvent, jwkOf, NUMBER, ringOf, signingKey } from './vectors/events';
import { eventFrom, parseWritten } from './written-event';

type Json = Record<string, unknown>;

let key: SigningKey;
beforeAll(async () => {
  key = await signingKey(0, 'own');
});

const signedOf = async (event: unknown) => JSON.parse(await signEvent(JSON.stringify(event), key)) as Json;

/** Ed25519 is deterministic: this is what anybody who follows corollary-event-v1.md gets, byte by byte. */
const EXAMPLE =
  '{"created_at":"2026-05-17T23:38:01Z","event_id":"sha256:efbd4ddaed9ffbd0d0ef0eb7340b1b4addf0026bf536fe9672b37b457391baf6","event_type":"graph_snapshot","payload":{"graph_snapshot":{"builder_version":"b","paper":{"title":"Title 1"}}},"signature":"Jx+06sJKOIQxxkYi3v+ld3P21wqapqpOozrOXBVtJQO29d3tPxqYy6GBeGKWJot0G+u71XG2kYgDS0Aah6ORAw==","signature_rule":"corollary-event-v1","signer":{"key_id":"own","public_key_fingerprint":"21fe31dfa154a261626bf854046fd227","signer_id":"mirror"},"subject_pith_number":"pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ","target":"graph"}';

test('the example of the rule comes out to the byte', async () => {
  expect(await signEvent(JSON.stringify(graphEvent(1)), key)).toBe(EXAMPLE);
});

test('anybody can check it with other tools, as the rule is written down', () => {
  const { signature, ...identified } = JSON.parse(EXAMPLE) as Json;
  const { event_id: id, ...content } = identified;
  // The keys of the example are sorted and its strings plain: JSON.stringify gives the canonical JSON.
  expect(id).toBe(`sha256:${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`);
  const x = toBase64(fromHex(key.trusted.key) ?? new Uint8Array()).replace('=', '');
  const url64 = x.replaceAll('+', '-').replaceAll('/', '_');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: url64 }, format: 'jwk' });
  const bytes = Buffer.from(`corollary-event-v1\n${JSON.stringify(identified)}`);
  expect(nodeVerify(null, bytes, publicKey, Buffer.from(String(signature), 'base64'))).toBe(true);
});

test('whatever is signed verifies, and its id is that of its content', async () => {
  const ring = await ringOf(key);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), async (payload, extra) => {
      const event = eventFrom(await signEvent(JSON.stringify(graphEvent(1, { payload, extra })), key));
      expect(await verifyEvent(event, ring)).toMatchObject({ verdict: 'pass', rule: 'corollary-event-v1' });
      expect(await checkEventId(event)).toMatchObject({ verdict: 'pass' });
    }),
    { numRuns: 50 },
  );
});

describe('signing again', () => {
  test('gives the same, but says what the id was', async () => {
    const once = await signedOf(graphEvent(1));
    const twice = await signedOf(once);
    expect(twice).toMatchObject({ restates: once['event_id'] });
    expect(await signedOf(twice)).toEqual(twice);
  });

  test('replaces the signer and leaves a receipt alone', async () => {
    const receipt = { sig: 'AAAA' };
    const event = await signedOf(
      graphEvent(1, { signer: { signer_id: 'pith.science' }, sig: 'x', payload: { receipt } }),
    );
    expect(event).toMatchObject({ signer: { signer_id: 'mirror' }, payload: { receipt } });
    expect(event).not.toHaveProperty('sig');
  });
});

describe('refuses to sign', () => {
  it.each([
    ['what is no event', 7, 'no event_type'],
    ['an event without type', graphEvent(1, { event_type: '' }), 'no event_type'],
    ['an event without subject', graphEvent(1, { subject_pith_number: 3 }), 'no subject_pith_number'],
    ['an event without target', graphEvent(1, { target: null }), 'no target'],
    ['an event without payload', graphEvent(1, { payload: [] }), 'no payload'],
    ['an event without time', graphEvent(1, { created_at: undefined }), 'created_at'],
    ['another spelling of time', graphEvent(1, { created_at: '2026-05-17T23:38:14.0Z' }), 'created_at'],
    ['half of a character', graphEvent(1, { note: '\ud800' }), 'half of a character'],
  ])('%s', async (_, event, words) => {
    await expect(signedOf(event)).rejects.toThrow(words);
  });

  test('a number that would be written as Infinity', async () => {
    const text = JSON.stringify(graphEvent(1)).replace('"b"', '1e400');
    await expect(signEvent(text, key)).rejects.toMatchObject({ name: 'Failure', kind: 'unreadable' });
  });
});

describe('the id of an event', () => {
  it.each([
    [
      'passes where it is that of the content',
      async () => ({ ...graphEvent(1), event_id: await derivedId(graphEvent(1)) }),
      'pass',
    ],
    [
      'fails where our rule is named and it is another',
      () => graphEvent(1, { event_id: 'x', signature_rule: 'corollary-event-v1' }),
      'fail',
    ],
    [
      'fails where our rule is named and there is none',
      () => graphEvent(1, { signature_rule: 'corollary-event-v1' }),
      'fail',
    ],
    [
      'cannot be checked where no rule is named',
      () => graphEvent(1, { event_id: 'sha256:00' }),
      'not-checkable',
    ],
    ['cannot be checked where there is none', () => graphEvent(1), 'not-checkable'],
    ['cannot be checked with half of a character', () => graphEvent(1, { note: '\udfff' }), 'not-checkable'],
  ])('%s', async (_, make, verdict) => {
    expect(await checkEventId({ value: await make(), pointer: '/events/0' })).toMatchObject({ verdict });
  });
});

describe('times', () => {
  it.each([
    ['2026-05-17T23:38:14Z', 1779061094000],
    ['2026-05-18T01:38:14+02:00', 1779061094000],
    ['2026-05-17T23:38:14.250999Z', 1779061094250],
    ['0099-01-01T00:00:00Z', -59042995200000],
    ['2024-02-29T00:00:00Z', 1709164800000],
    ['2023-02-29T00:00:00Z', null],
    ['2026-13-01T00:00:00Z', null],
    ['2026-05-17T24:00:00Z', null],
    ['2026-06-30T23:59:60Z', null],
    ['2026-05-17 23:38:14Z', null],
    ['2026-05-17T23:38:14', null],
    ['', null],
  ])('%s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  test('there is one plain spelling of each second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62135596800, max: 253402300799 }), (second) => {
        const text = plainTime(second * 1000);
        expect(isPlainTime(text)).toBe(true);
        expect(instantOf(text)).toBe(second * 1000);
      }),
    );
  });
});

describe('signing keys', () => {
  test('a new pair signs what its public half verifies', async () => {
    const { secret, trusted } = await makeKeyPair('new', 'me');
    const made = await readSigningKey(secret);
    expect(made).toMatchObject({ signerId: 'me', trusted });
    const event = eventFrom(await signEvent(JSON.stringify(graphEvent(1)), made));
    expect(await verifyEvent(event, await ringOf(made))).toMatchObject({ verdict: 'pass' });
  });

  const jwk = JSON.parse(jwkOf(0, 'own')) as Json;
  it.each([
    ['no JSON', '{"d":"secret"', 'not JSON'],
    ['a public key', { ...jwk, d: undefined }, 'private JWK'],
    ['no id', { ...jwk, kid: undefined }, 'kid'],
    ['a short secret', { ...jwk, d: 'AAAA' }, 'cannot be read'],
    ['the public half of another', { ...jwk, x: (JSON.parse(jwkOf(1, 'x')) as Json)['x'] }, 'cannot be read'],
  ])('%s is refused, without a word of the secret', async (_, given, words) => {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const failure = await readSigningKey(text).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ name: 'Failure', kind: 'unreadable' });
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toContain('secret"');
  });
});

describe('a bundle', () => {
  const [record] = records;
  if (!record) throw new Error('there is a published record');
  const bundle = bundleOf(record);
  const options = { now: Date.UTC(2026, 4, 18), again: false };

  test('is signed event by event, and what was missing is filled in', async () => {
    const { text, done } = await signBundle(JSON.stringify(bundle), key, options);
    const { events } = JSON.parse(text) as { events: Json[] };
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ created_at: '2026-05-18T00:00:00Z', subject_pith_number: NUMBER });
    const ring = await ringOf(key);
    for (const event of events)
      expect(await verifyEvent(eventFrom(JSON.stringify(event)), ring)).toMatchObject({ verdict: 'pass' });
    expect(done[1]).toBe(`events/1 (graph_snapshot): signed, ${String(events[1]?.['event_id'])}`);
  });

  test('is not signed again unless that is asked for', async () => {
    const once = await signBundle(JSON.stringify(bundle), key, options);
    const twice = await signBundle(once.text, key, options);
    expect(twice.text).toBe(once.text);
    expect(twice.done[0]).toContain('left as it is');
    expect((await signBundle(once.text, key, { ...options, again: true })).text).toContain('restates');
  });

  test('keeps its numbers as they were written', async () => {
    const text = JSON.stringify({ ...bundle, pith_number: NUMBER }).replace('"2409.12917"', '1.0');
    expect((await signBundle(text, key, options)).text).toContain('"id":1.0');
  });

  it.each([
    ['no JSON', '', 'not JSON'],
    ['no events', '{"events":[]}', 'no events'],
    ['an event that is none', '{"events":[7]}', 'events/0 (no type)'],
    ['half a character elsewhere', JSON.stringify({ ...bundle, note: '\ud800' }), 'half of a character'],
  ])('with %s is refused', async (_, text, words) => {
    await expect(signBundle(text, key, options)).rejects.toThrow(words);
  });
});

test('parsing keeps what canonical JSON needs', () => {
  expect(parseWritten('{"a":1}')).toEqual({ a: 1 });
  expect(parseWritten('{"a":1.5}')).toBeInstanceOf(Map);
});
