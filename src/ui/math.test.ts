import { describe, expect, test } from 'vitest';
import { textParts } from './math';

describe('textParts', () => {
  test.each([
    ['plain text', 'Attention Is All You Need', ['text:Attention Is All You Need']],
    ['TeX between dollars', 'On $L_2$ bounds', ['text:On ', 'tex:L_2', 'text: bounds']],
    ['TeX between brackets', 'In \\(O(n^2)\\) time', ['text:In ', 'tex:O(n^2)', 'text: time']],
    ['prices, which are no TeX', 'From $5 to $10', ['text:From $5 to $10']],
    ['a dollar that is alone', 'Worth a $ or more', ['text:Worth a $ or more']],
    ['nothing', '', ['text:']],
  ])('splits %s', (_, text, expected) => {
    expect(textParts(text).map((part) => `${part.kind}:${part.text}`)).toEqual(expected);
  });
});
