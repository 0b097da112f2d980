import { expect, test } from 'vitest';
import { readOne } from './vectors/read';

const [A, B, C] = ['a', 'b', 'c'].map((sign) => sign.repeat(40));

const PAPER = {
  paperId: A,
  externalIds: { ArXiv: '2409.12917', DOI: '10.48550/arXiv.2409.12917', CorpusId: 7 },
  title: 'Training',
  authors: [{ authorId: '1', name: 'Aviral Kumar' }, { name: 'Yi Su' }],
  year: 2024,
  publicationDate: '2024-09-19',
  venue: 'arXiv.org',
  abstract: null,
  references: [
    {
      paperId: B,
      externalIds: { ArXiv: '2303.11366', DOI: '10.1/x' },
      title: 'Reflexion',
      year: 2023,
      authors: [{ name: 'N. Shinn' }],
    },
    { paperId: C, title: 'No other id' },
    { paperId: null, title: 'Only a title' },
    { paperId: null, title: null },
    { paperId: A, externalIds: { ArXiv: '2409.12917' } },
  ],
  citations: [
    { paperId: B, externalIds: { DOI: '10.1000/citing' }, title: 'Later' },
    { paperId: null, title: 'Who' },
  ],
};

test('a paper of Semantic Scholar is a work under all its names, its references have one each', async () => {
  const { kind, note, facts, problems } = await readOne(PAPER);
  expect([kind, note]).toEqual([
    'collection',
    'Papers as Semantic Scholar gives them, with the citations that it states.',
  ]);
  expect(facts.works).toEqual([
    {
      ...{
        names: ['arXiv:2409.12917', `local:semantic-scholar/${A}`],
        source: 'collection',
        title: 'Training',
      },
      ...{ authorsText: 'Aviral Kumar, Yi Su', year: 2024, date: '2024-09-19', venue: null, abstract: null },
      pointer: '',
    },
  ]);
  expect(
    facts.citations.map(({ citing, cited, raw, pointer, aside }) => [
      citing,
      cited,
      raw,
      pointer,
      aside?.about,
    ]),
  ).toEqual([
    ['arXiv:2409.12917', 'arXiv:2303.11366', 'Reflexion', '/references/0', 'cited'],
    ['arXiv:2409.12917', `local:semantic-scholar/${C}`, 'No other id', '/references/1', 'cited'],
    ['arXiv:2409.12917', null, 'Only a title', '/references/2', undefined],
    ['doi:10.1000/citing', 'arXiv:2409.12917', 'Later', '/citations/0', 'citing'],
  ]);
  expect(facts.citations[0]).toMatchObject({
    source: 'references of Semantic Scholar',
    aside: { title: 'Reflexion', authorsText: 'N. Shinn', year: 2023 },
  });
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/references/3', '/references/4', '/citations/1']);
});

test.each([
  ['an answer to a search', { total: 1, offset: 0, data: [PAPER] }, '/data/0'],
  ['a batch', [PAPER], '/0'],
])('%s', async (_, value, pointer) => {
  const { kind, facts } = await readOne(value);
  expect([kind, facts.works[0]?.pointer, facts.citations[0]?.pointer]).toEqual([
    ...['collection', pointer, `${pointer}/references/0`],
  ]);
});

test('an id alone is no paper', async () => {
  expect((await readOne({ paperId: A })).kind).toBe('unknown');
});
