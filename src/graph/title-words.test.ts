import { expect, test } from 'vitest';
import { wordsIn } from './title-words';

test.each([
  [
    'Self-Refine: Iterative Refinement with Self-Feedback',
    ['self', 'refine', 'iterative', 'refinement', 'feedback'],
  ],
  ['Équations of the $\\mathbb{R}^2$ plane in 2024', ['equations', 'plane']],
  ['A', []],
  [null, []],
])('the words of %j', (title, words) => {
  expect(wordsIn(title)).toEqual(words);
});
