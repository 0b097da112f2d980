import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { toBase64, toHex, type Bytes } from './encodings';
import { openKeys, type KeyRing } from './key-ring';
import { trustedKey } from './keys';
import { mergeRecord } from './merge-record';
import { signEvent } from './sign-event';
import { sign, type SigningKey } from './signing-key';
import { OWN_RULE, signedBytes, SIGNING_RULES, type SigningRule } from './signing-rules';
import { verifyEvent, verifyEvents, type SignatureFinding } from './verify-event';
import { graphEvent, HASH, NUMBER, ringOf, signingKey } from './vectors/events';
import { eventFrom } from './written-event';

let own: SigningKey;
let other: SigningKey;
let ring: KeyRing;
let signed: Record<string, unknown>;

beforeAll(async () => {
  [own, other] = await Promise.all([signingKey(0, 'own'), signingKey(1, 'other')]);
  ring = await ringOf(other, own);
  signed = JSON.parse(await signEvent(JSON.stringify(graphEvent(1)), own)) as Record<string, unknown>;
});

const verdictOn = async (event: unknown, keys = ring): Promise<SignatureFinding> =>
  verifyEvent(eventFrom(typeof event === 'string' ? event : JSON.stringify(event)), keys);

/** A Pith event with everything that a rule could take, signed by one. */
async function signedBy(rule: SigningRule, key: SigningKey): Promise<Record<string, unknown>> {
  const event = {
    event_id: `sha256:${'5'.repeat(64)}`,
    ...graphEvent(1, { payload: { canonical_record: { version: 2 }, canonical_sha256: HASH } }),
  };
  const bytes = signedBytes(rule, event) as Bytes;
  return { ...event, signature: toBase64(await sign(key.privateKey, bytes)) };
}

describe('an event is signed when a rule verifies under a trusted key', () => {
  it.each(SIGNING_RULES)('$id: $sentence', async (rule) => {
    const finding = await verdictOn(await signedBy(rule, own));
    expect(finding).toMatchObject({
      verdict: 'pass',
      rule: rule.id,
      covers: rule.covers,
      keyId: 'own',
      fingerprint: own.trusted.fingerprint,
      pointer: '/signature',
    });
    expect(finding.detail).toContain(rule.sentence);
    expect(finding.detail).toContain(own.trusted.fingerprint.slice(0, 32));
  });

  test('no two rules have one name, or sign the same bytes', async () => {
    const event = await signedBy(SIGNING_RULES[0] as SigningRule, own);
    const all = SIGNING_RULES.map((rule) => toHex(signedBytes(rule, event) ?? new Uint8Array()));
    expect(new Set(all).size).toBe(SIGNING_RULES.length);
    expect(new Set(SIGNING_RULES.map(({ id }) => id)).size).toBe(SIGNING_RULES.length);
  });

  it.each([
    ['sig', (sig: string) => ({ sig })],
    ['signer/signature', (signature: string) => ({ signer: { signature } })],
    ['payload/receipt/sig', (sig: string) => ({ payload: { ...PAYLOAD, receipt: { sig } } })],
    [
      'payload/receipt/signature',
      (sig: string) => ({ payload: { ...PAYLOAD, receipt: { signature: sig } } }),
    ],
  ])('with its signature in %s', async (place, carrying) => {
    const rule = ruleOf('canonical-hash-text');
    const event = graphEvent(1, { payload: PAYLOAD });
    const signature = await sign(own.privateKey, signedBytes(rule, event) as Bytes);
    const finding = await verdictOn({ ...event, ...carrying(toBase64(signature)) });
    expect(finding).toMatchObject({ verdict: 'pass', rule: rule.id, pointer: `/${place}` });
  });

  it.each([
    ['hex', toHex],
    ['hex in capitals', (bytes: Bytes) => toHex(bytes).toUpperCase()],
    ['base64url', (bytes: Bytes) => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').slice(0, 86)],
  ])('with its signature in %s', async (_, write) => {
    const rule = ruleOf('payload-json');
    const event = graphEvent(1);
    const signature = await sign(own.privateKey, signedBytes(rule, event) as Bytes);
    expect(await verdictOn({ ...event, signature: write(signature) })).toMatchObject({ verdict: 'pass' });
  });

  test('whatever the order of keys, white space and escapes', async () => {
    const text = JSON.stringify(Object.fromEntries(Object.entries(signed).reverse()), null, 2);
    expect(await verdictOn(text.replaceAll('graph_', 'graph\\u005f'))).toMatchObject({ verdict: 'pass' });
  });

  test('with numbers as they are written: 1.0 is not 1', async () => {
    const text = await signEvent(
      JSON.stringify(graphEvent(1)).replace('"b"', '[1.0,1e16,12345678901234567890]'),
      own,
    );
    expect(text).toContain('[1.0,1e+16,12345678901234567890]');
    expect(await verdictOn(text)).toMatchObject({ verdict: 'pass' });
    expect(await verdictOn(text.replace('[1.0,', '[1.00,'))).toMatchObject({ verdict: 'pass' });
    expect(await verdictOn(text.replace('[1.0,', '[1,'))).toMatchObject({ verdict: 'fail' });
    expect(await verdictOn(text.replace('890]', '891]'))).toMatchObject({ verdict: 'fail' });
  });
});

const PAYLOAD = { canonical_record: { version: 2 }, canonical_sha256: HASH };

function ruleOf(id: string): SigningRule {
  return SIGNING_RULES.find((rule) => rule.id === id) as SigningRule;
}

describe('a signature vouches for no more than it covers', () => {
  test('the detail says so', async () => {
    const finding = await verdictOn(await signedBy(ruleOf('event-id-text'), own));
    expect(finding.detail).toContain('Only the id was signed');
  });

  test('the signature of one record cannot be shown for another', async () => {
    const event = await signedBy(ruleOf('canonical-hash-text'), own);
    const elsewhere = { ...event, subject_pith_number: NUMBER.replace('OQ', 'QO') };
    expect(await verdictOn(elsewhere)).toMatchObject({ verdict: 'not-checkable' });
    expect(await verdictOn({ ...event, subject_pith_number: undefined })).toMatchObject({
      verdict: 'not-checkable',
    });
  });
});

describe('what cannot be checked is neither good nor bad', () => {
  const junk = toBase64(new Uint8Array(64).fill(7));
  it.each([
    ['no signature', graphEvent(1), 'carries no signature'],
    ['no object', 7, 'carries no signature'],
    ['a signature that is no text', graphEvent(1, { signature: { r: 1 } }), 'not 64 bytes'],
    ['a signature of 63 bytes', graphEvent(1, { signature: junk.slice(0, 84) }), 'not 64 bytes'],
    ['a very long signature', graphEvent(1, { signature: 'A'.repeat(100_000) }), 'not 64 bytes'],
    ['a signature over unknown bytes', graphEvent(1, { signature: junk }), 'does not say which key'],
    [
      'a signature by Pith’s key',
      graphEvent(1, { signature: junk, signer: { key_id: 'pith-v1-2026-05' } }),
      '“pith-v1-2026-05”, which the event names, is not among them',
    ],
    [
      'a rule that is not known here, under the named key',
      graphEvent(1, { signature: junk, signature_rule: 'x', signer: { key_id: 'own' } }),
      'not published.',
    ],
    ['half of a character', graphEvent(1, { signature: junk, note: '\ud800' }), 'no trusted key'],
  ])('%s', async (_, event, words) => {
    const finding = await verdictOn(event);
    expect(finding).toMatchObject({ verdict: 'not-checkable', rule: null, keyId: null });
    expect(finding.detail).toContain(words);
  });

  test('a good signature when no key is trusted', async () => {
    expect((await verdictOn(signed, await openKeys([]))).detail).toContain('no key is trusted');
  });

  test('a good signature by our rule, when another key is trusted', async () => {
    const finding = await verdictOn(signed, await ringOf(other));
    expect(finding).toMatchObject({ verdict: 'not-checkable' });
    expect(finding.detail).toContain('“own”, which the event names, is not among them');
  });

  test('another key that goes by the same id, when the event states the fingerprint', async () => {
    const finding = await verdictOn(signed, await ringOf(await signingKey(1, 'own')));
    expect(finding).toMatchObject({ verdict: 'not-checkable' });
    expect(finding.detail).toContain('has another fingerprint');
  });

  test('our rule without a signature where the rule puts it', async () => {
    const event = { ...signed, signature: undefined, payload: { receipt: { sig: junk } } };
    expect((await verdictOn(event)).detail).toContain('carries no signature');
  });
});

describe('an event fails when it names a rule and a trusted key, and does not verify', () => {
  it.each([
    ['another payload', { payload: {} }],
    ['another time', { created_at: '2026-05-17T23:38:02Z' }],
    ['another id', { event_id: 'sha256:00' }],
    ['a field more', { extra: null }],
    ['another signer by name', { signer: { key_id: 'own' } }],
    ['a signature that is none', { signature: 'AAAA' }],
    ['another signature', { signature: toBase64(new Uint8Array(64)) }],
  ])('%s', async (_, change) => {
    const finding = await verdictOn({ ...signed, ...change });
    expect(finding).toMatchObject({ verdict: 'fail', rule: null });
    expect(finding.detail).toContain('“own”');
  });

  test('the key is found by its fingerprint, whatever the person calls it', async () => {
    const { key } = own.trusted;
    const named = await openKeys([await trustedKey({ id: 'mine', key })]);
    expect(await verdictOn({ ...signed, target: 'x' }, named)).toMatchObject({ verdict: 'fail' });
    const finding = await verdictOn(signed, named);
    expect(finding).toMatchObject({ verdict: 'pass', keyId: 'mine' });
    expect(finding.detail).toContain('The event calls the key “own”');
  });
});

test('a key whose fingerprint the event contradicts is tried, and the contradiction is said', async () => {
  const rule = ruleOf('payload-json');
  const event = await signedBy(rule, own);
  const signer = { key_id: 'own', public_key_fingerprint: '8d4b5ee74e4693bcd1df2446408b0d54' };
  const finding = await verdictOn({ ...event, signer });
  expect(finding).toMatchObject({ verdict: 'pass', keyId: 'own' });
  expect(finding.detail).toContain('8d4b5ee74e4693bcd1df2446408b0d54');
  expect(finding.detail).toContain('not that of this key');
});

test('no single bit of a signed event can be turned', async () => {
  const text = JSON.stringify(signed);
  const verdicts = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const turned = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
    let event;
    try {
      event = eventFrom(turned);
    } catch {
      continue;
    }
    verdicts.add((await verifyEvent(event, ring)).verdict);
  }
  expect([...verdicts].sort()).toEqual(['fail', 'not-checkable']);
});

test('whatever an event holds, it is not called signed, and nothing breaks', async () => {
  const name = fc.constantFrom(
    'signature',
    'sig',
    'signer',
    'payload',
    'receipt',
    'key_id',
    'signature_rule',
    'event_id',
  );
  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, 1.5, [], 'own', OWN_RULE, toBase64(new Uint8Array(64)), '__proto__'),
    fc.jsonValue(),
  );
  const objects = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, junk, fc.dictionary(fc.oneof(name, fc.string()), tie('value'))),
  })).value;
  await fc.assert(
    fc.asyncProperty(objects, async (value) => {
      const text = JSON.stringify(value);
      const finding = await verifyEvent(eventFrom(text), ring);
      expect(finding.verdict).not.toBe('pass');
      expect((await mergeRecord(NUMBER, [{ ...NO_PARTS, events: [text] }], ring)).counts.event_count).toBe(1);
    }),
    { numRuns: 300 },
  );
});

const NO_PARTS = { pithNumber: null, canonicalRecords: [], aliases: [] };

test('many events are verified in their order, and the rule of the last is tried first', async () => {
  const rule = ruleOf('event-json-without-id+pith');
  const ring = await ringOf(own);
  const good = await signedBy(rule, own);
  const events = [good, graphEvent(1), signed, ...Array<unknown>(200).fill(good)];
  const findings = await verifyEvents(
    events.map((event) => eventFrom(JSON.stringify(event))),
    ring,
  );
  expect(findings.map(({ rule }) => rule).slice(0, 4)).toEqual([
    rule.id,
    null,
    'corollary-event-v1',
    rule.id,
  ]);
  expect(findings).toHaveLength(203);
  expect(ring.likelyRule).toBe(rule.id);
});
