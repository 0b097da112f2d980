import { expect, it, test } from 'vitest';
import { changed, readOne } from './vectors/read';
import { HUB } from './vectors/score';

test('a hub unites the names of its work and states how many cite it', async () => {
  const { kind, facts, problems } = await readOne(HUB);
  expect([kind, problems]).toEqual(['hub', []]);
  expect(facts.works).toEqual([
    expect.objectContaining({
      names: ['arXiv:2409.12917', 'openalex:W4402706078', 'pith-work:3ac87f3c-6dc4-492a-bbfb-8cdc05a15706'],
      authorsText: 'Aviral Kumar, Rishabh Agarwal',
      statedCitedBy: 17,
      source: 'hub',
    }),
  ]);
  expect(facts.records).toEqual([]);
});

test('citing works are read where they are listed', async () => {
  const citing = [
    { arxiv_id: '2501.00001', role: 'background', title: 'A' },
    { title: 'no id' },
    { arxiv_id: '2409.12917' },
    5,
  ];
  const { facts, problems } = await readOne({ ...HUB, citing });
  expect(facts.citations).toEqual([
    expect.objectContaining({
      citing: 'arXiv:2501.00001',
      cited: 'arXiv:2409.12917',
      role: 'background',
      aside: { about: 'citing', title: 'A', authorsText: null, year: null },
    }),
  ]);
  expect(problems.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/citing/1', '/citing/2', '/citing/3']),
  );
});

it.each([
  ['/work/year', 'x', 'The year is "x", not a number'],
  ['/work/authors', 7, null],
  ['/work/cited_by_count', '17', 'not a number'],
  ['/hub', 'x', null],
])('%s as %j costs nothing else', async (pointer, value, message) => {
  const { facts, problems } = await readOne(changed(HUB, pointer, value));
  expect(facts.works[0]?.names).toHaveLength(3);
  expect(problems[0]?.message ?? null).toEqual(message === null ? null : expect.stringContaining(message));
});

test('a hub without any id gives nothing and says so', async () => {
  const { facts, problems } = await readOne({ work: { title: 'x' }, hub: {} });
  expect(facts.works).toEqual([]);
  expect(problems[0]?.message).toContain('by no id');
});
