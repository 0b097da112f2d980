import { expect, test } from 'vitest';
import { distinct } from './distinct';

const CASES: readonly (readonly [name: string, texts: string[], made: string[]])[] = [
  ['clean texts stay as they are', ['a', 'b'], ['a', 'b']],
  ['two that become the same stay two', ['a/b', 'a?b'], ['a_b', 'a_b_2']],
  [
    'a clean text keeps its name also where it comes later',
    ['a/b', 'a_b', 'a_b_2'],
    ['a_b_3', 'a_b', 'a_b_2'],
  ],
];

test.each(CASES)('%s', (_, texts, made) => {
  expect(distinct(texts, (text) => text.replace(/\W/g, '_'))).toEqual(made);
});
