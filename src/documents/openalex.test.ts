import { expect, test } from 'vitest';
import { readAll, readOne, file } from './vectors/read';

const SCORE = {
  id: 'https://openalex.org/W4402952345',
  doi: 'https://doi.org/10.48550/arXiv.2409.12917',
  title: 'Training Language Models',
  display_name: 'Training Language Models',
  publication_year: 2024,
  publication_date: '2024-09-19',
  authorships: [{ author: { display_name: 'Aviral Kumar' } }, { author: { display_name: 'Yi Su' } }, {}],
  primary_location: {
    landing_page_url: 'http://arxiv.org/abs/2409.12917',
    source: { display_name: 'arXiv (Cornell)' },
  },
  abstract_inverted_index: { self: [1, 3], It: [0], corrects: [2], far: [1e9], bad: 'x' },
  referenced_works: [
    'https://openalex.org/W1',
    'https://openalex.org/W2',
    7,
    'https://openalex.org/W4402952345',
  ],
};
const JOURNAL = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.2307/2118559',
  display_name: 'Modular Elliptic Curves',
  publication_year: 'soon',
  locations: [{ landing_page_url: 'https://arxiv.org/abs/1201.0001v2' }],
  primary_location: { source: { display_name: 'Annals' } },
};

test('an answer of OpenAlex gives works under all their names, and citations with the place of each', async () => {
  const { kind, note, facts, problems } = await readOne({
    meta: { count: 2 },
    results: [SCORE, JOURNAL, { id: 1 }],
  });
  expect([kind, note]).toEqual([
    'collection',
    'Works as OpenAlex gives them, with the works that it says they cite.',
  ]);
  expect(facts.works).toEqual([
    {
      ...{ names: ['openalex:W4402952345', 'arXiv:2409.12917'], source: 'collection', title: SCORE.title },
      ...{ authorsText: 'Aviral Kumar, Yi Su', year: 2024, date: '2024-09-19', venue: null },
      ...{ abstract: 'It self corrects self', pointer: '/results/0' },
    },
    expect.objectContaining({
      ...{ names: ['openalex:W1', 'doi:10.2307/2118559', 'arXiv:1201.0001'], year: null, venue: 'Annals' },
      pointer: '/results/1',
    }),
  ]);
  expect(
    facts.citations.map(({ citing, cited, pointer, source }) => [citing, cited, pointer, source]),
  ).toEqual([
    ['openalex:W4402952345', 'openalex:W1', '/results/0/referenced_works/0', 'referenced_works of OpenAlex'],
    ['openalex:W4402952345', 'openalex:W2', '/results/0/referenced_works/1', 'referenced_works of OpenAlex'],
  ]);
  expect(problems.map(({ pointer }) => pointer)).toEqual([
    ...['/results/0/referenced_works/2', '/results/0/referenced_works/3'],
    ...['/results/1/publication_year', '/results/2'],
  ]);
});

test.each([
  ['one work', JSON.stringify(SCORE, null, 1), ['', '/referenced_works/0']],
  ['a list', JSON.stringify([SCORE]), ['/0', '/0/referenced_works/0']],
  ['a work a line', `${JSON.stringify(SCORE)}\n${JSON.stringify(JOURNAL)}\n`, ['line 1', 'line 1']],
])('%s', async (_, text, [work, citation]) => {
  const { kind, facts } = await readOne(text, 'works.json');
  expect([kind, facts.works[0]?.pointer, facts.citations[0]?.pointer]).toEqual([
    'collection',
    work,
    citation,
  ]);
});

test('two arXiv ids of one work are none of its names', async () => {
  const pages = ['1201.0001', '1201.0002'].map((id) => ({ landing_page_url: `https://arxiv.org/abs/${id}` }));
  const { facts } = await readOne({ ...JOURNAL, locations: pages });
  expect(facts.works[0]?.names).toEqual(['openalex:W1', 'doi:10.2307/2118559']);
});

test('an answer without a work is none of ours', async () => {
  const documents = await readAll([
    file('a.json', '{"results":[]}'),
    file('b.json', '{"results":[{"id":"W1"}]}'),
  ]);
  expect(documents.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
});
