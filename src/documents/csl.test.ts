import { expect, test } from 'vitest';
import { readOne } from './vectors/read';

const ITEMS = [
  {
    ...{ id: 'kumar2024training', type: 'article', title: 'Training', DOI: '10.48550/arXiv.2409.12917' },
    author: [{ family: 'Kumar', given: 'Aviral' }, { literal: 'Nicolas Le Roux' }, { literal: 'others' }],
    issued: { 'date-parts': [[2024, 9, 19]] },
    number: 'arXiv:2409.12917',
  },
  {
    ...{
      id: 'wiles',
      type: 'article-journal',
      title: 'Modular',
      'container-title': 'Annals',
      DOI: '10.2307/2118559',
    },
    ...{ URL: 'https://arxiv.org/abs/1201.0001', issued: { 'date-parts': [['1995', '5']] } },
  },
  { id: 7, type: 'book', author: [{ literal: 'Barnes and Noble' }], issued: { raw: 'c. 1987' } },
  { id: 'w', type: 'webpage', title: 'T', URL: 'https://arxiv.org/abs/2303.11366v1' },
  { id: 'ours', type: 'document', title: 'T', custom: { id: 'openalex:W5' } },
  { id: 'wiles', type: 'book', DOI: '10.2307/2118559' },
  { id: 'x'.repeat(600), type: 'book', title: 'T' },
  { id: 'nothing', type: 'recipe' },
];

test('CSL JSON is a collection of works, each under one name', async () => {
  const { kind, note, facts, problems } = await readOne(ITEMS, 'refs.json');
  expect([kind, note, facts.citations]).toEqual([
    'collection',
    'CSL JSON: works without their citations.',
    [],
  ]);
  expect(
    facts.works.map(({ names, authorsText, date, venue, pointer }) => [
      names,
      authorsText,
      date,
      venue,
      pointer,
    ]),
  ).toEqual([
    [['arXiv:2409.12917'], 'Aviral Kumar, Nicolas Le Roux, et al.', '2024-09-19', null, '/0'],
    [['doi:10.2307/2118559'], null, '1995-05', 'Annals', '/1'],
    [['local:refs/7'], 'Barnes and Noble', '1987', null, '/2'],
    [['arXiv:2303.11366'], null, null, null, '/3'],
    [['openalex:W5'], null, null, null, '/4'],
  ]);
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/5', '/6', '/7']);
});

test('one item is read too, but a row of a collection is no item', async () => {
  expect((await readOne({ id: 'a', type: 'book', title: 'T' })).facts.works).toHaveLength(1);
  expect((await readOne({ type: 'collection', name: 'c', id: 'c', title: 'T' })).facts.works).toEqual([]);
  expect((await readOne([{ id: 'a', type: 'book' }])).kind).toBe('unknown');
});
