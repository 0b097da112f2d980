import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOf } from './keys';
import { authorsOf } from './names';

const keyed = (id: string, authors: string | null, title: string | null, year = 2024) => ({
  ...{ id, title, date: [year], authors: authorsOf(authors) },
});

test.each([
  [
    'family, year, first telling word',
    'Aviral Kumar, Yi Su',
    'On the Training of Models',
    'kumar2024training',
  ],
  ['marks and letters beyond ASCII are folded', 'Jørgen Gödel', 'Éléments', 'godel2024elements'],
  ['with a particle', 'Hado van Hasselt', 'Double Q-learning', 'vanhasselt2024double'],
  ['the last word of a name that does not tell', 'Nicolas Le Roux', 'Fast', 'roux2024fast'],
  ['no author', null, 'The Answer', '2024answer'],
  ['no telling word', 'Yi Su', 'What is it', 'su2024what'],
  ['no title', 'Yi Su', null, 'su2024'],
  ['neither', null, null, 'arxiv-2409-12917'],
  ['nothing in ASCII', '山田太郎', '予想', 'arxiv-2409-12917'],
])('a key: %s', (_, authors, title, key) => {
  expect(keysOf([keyed('arXiv:2409.12917', authors, title)])).toEqual([key]);
});

test('works of one key are told apart in the order of their ids, past keys that others have', () => {
  const same = ['arXiv:2', 'arXiv:1', 'arXiv:3'].map((id) => keyed(id, 'Yi Su', 'Test'));
  expect(keysOf([...same, keyed('arXiv:4', 'Yi Su', 'Testb')])).toEqual([
    ...['su2024testc', 'su2024testa', 'su2024testd'],
    'su2024testb',
  ]);
});

test('keys are distinct, are plain, and do not depend on the order of the works', () => {
  const word = fc.constantFrom('Test', 'Testa', 'a', '', '山', '}', 'Testaa');
  const works = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), author: word, title: word }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });
  fc.assert(
    fc.property(works, (list) => {
      const all = list.map(({ id, author, title }) => keyed(id, author, title));
      const keys = keysOf(all);
      expect(new Set(keys).size).toBe(all.length);
      for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/);
      expect(keysOf([...all].reverse()).reverse()).toEqual(keys);
    }),
  );
});
