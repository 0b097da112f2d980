import { expect, test } from 'vitest';
import { ACCEPTED, acceptedOf, edgeCases, rfc8032, wycheproof, zip215 } from './vectors/ed25519-verdicts';

test('this browser accepts what Wycheproof calls valid, and nothing else', async () => {
  const valid = wycheproof.flatMap(({ result }, index) => (result === 'valid' ? [index] : []));
  expect(await acceptedOf(wycheproof)).toEqual(valid);
});

test('this browser accepts the vectors of RFC 8032', async () => {
  expect(await acceptedOf(rfc8032)).toHaveLength(4);
});

test('where verifiers differ, this browser accepts what Node does', async () => {
  expect(await acceptedOf(edgeCases)).toEqual(ACCEPTED.edgeCases);
  expect(await acceptedOf(zip215)).toEqual(ACCEPTED.zip215);
});
