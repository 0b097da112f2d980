import { expect, test } from 'vitest';
import type { Evidence } from '../documents';
import { checkSignatures } from './check-signatures';
import { graphEvent, ringOf, signingKey } from './vectors/events';
import { signEvent } from './sign-event';

function evidenceOf(...events: readonly unknown[]): Evidence {
  const stated = events.map((value, index) => ({ value, pointer: `/events/${index}` }));
  return { subject: 'pith:x', events: stated, text: JSON.stringify({ events }) } as unknown as Evidence;
}

test('without a trusted key nothing is called signed or bad, with one each event is told apart', async () => {
  const [key, other] = [await signingKey(0, 'mine'), await signingKey(1, 'another')];
  const signed = JSON.parse(await signEvent(JSON.stringify(graphEvent(1)), key)) as Record<string, unknown>;
  const forged = { ...signed, target: 'record' };
  const evidence = evidenceOf(signed, forged, graphEvent(2), graphEvent(3));
  expect((await checkSignatures(evidence, await ringOf()))[0]).toMatchObject({
    verdict: 'not-checkable',
    detail: 'An event carries a signature, but no key is trusted.',
  });
  const made = await checkSignatures(evidence, await ringOf(key));
  expect(made.filter(({ check }) => check === 'event-id').map(({ verdict }) => verdict)).toEqual([
    'pass',
    'fail',
  ]);
  expect(made.filter(({ check }) => check === 'signature')).toMatchObject([
    { verdict: 'pass', check: 'signature', subject: 'pith:x' },
    { verdict: 'fail', pointer: expect.stringContaining('/events/1') as string },
    { verdict: 'not-checkable', detail: 'The event carries no signature.' },
  ]);
  const verdicts = (await checkSignatures(evidence, await ringOf(other)))
    .filter(({ check }) => check === 'signature')
    .map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['not-checkable']));
});
