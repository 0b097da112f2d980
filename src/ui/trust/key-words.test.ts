import { expect, test } from 'vitest';
import { fingerprintInWords, standingOf } from './key-words';

test('a fingerprint is cut to what documents give, in groups of four', () => {
  expect(fingerprintInWords('8d4b5ee74e4693bcd1df2446408b0d54ffff')).toBe(
    '8d4b 5ee7 4e46 93bc d1df 2446 408b 0d54',
  );
  expect(fingerprintInWords('')).toBe('');
});

test('a key under a known id with another fingerprint is not called trusted', () => {
  expect(standingOf('other-key')).toMatch(/^not trusted/);
});
