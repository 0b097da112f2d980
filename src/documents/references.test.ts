import { describe, expect, it, test } from 'vitest';
import type { Alias } from '../model';
import { noFacts } from './facts';
import { Problems } from './problems';
import { readReferences } from './references';

function read(...items: unknown[]) {
  const [facts, problems] = [noFacts(), new Problems('x')];
  const references = { value: { sample: items }, pointer: '/references' };
  readReferences(references, 'arXiv:2409.12917' as Alias, { name: 'x', text: '', facts, problems });
  return { ...facts, problems: problems.list() };
}

describe('an item gives one name', () => {
  it.each([
    [{ cited_arxiv_id: '2402.14740v3' }, 'arXiv:2402.14740', 'stated-id'],
    [{ arxiv_id: 'arXiv:cs/0112017' }, 'arXiv:cs/0112017', 'stated-id'],
    [{ cited_arxiv_id: '2402.14740', doi: '10.1162/x' }, 'arXiv:2402.14740', 'stated-id'],
    [{ doi: 'https://doi.org/10.1162/TACL_a_1' }, 'doi:10.1162/tacl_a_1', 'stated-id'],
    [{ doi: '10.48550/arXiv.2402.14740' }, 'arXiv:2402.14740', 'stated-id'],
    [{ doi: '10.1007/978-3-030-' }, null, null],
    [{ doi: 'see below' }, null, null],
    [
      { pith_number: 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ' },
      'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
      'stated-id',
    ],
    [{ pith_number: 'pith:OQMAWUXN', title: 'x' }, null, null],
    [{ openalex_id: 'W123' }, 'openalex:W123', 'stated-id'],
    [
      { work_id: '3ac87f3c-6dc4-492a-bbfb-8cdc05a15706' },
      'pith-work:3ac87f3c-6dc4-492a-bbfb-8cdc05a15706',
      'stated-id',
    ],
    [{ raw: 'A. Author. CoRR, abs/1109.1314' }, 'arXiv:1109.1314', 'id-in-text'],
    [{ raw_text: 'arXiv:2305.08844' }, 'arXiv:2305.08844', 'id-in-text'],
    ['A. Author. arXiv preprint arXiv:2305.08844', 'arXiv:2305.08844', 'id-in-text'],
    [{ raw: 'arXiv:2305.08844 and arXiv:2305.08845' }, null, null],
    [{ raw: 'Pages 2305.08844 of a book' }, null, null],
  ])('%j', (item, cited, method) => {
    const { citations, works } = read(item);
    expect(citations).toEqual([expect.objectContaining({ cited, method })]);
    expect(works).toEqual([]);
  });
});

test('what stands for the whole reference is no title', () => {
  const [raw, titled] = [
    { title: 'arXiv preprint arXiv:2305.08844 , year=' },
    { title: 'Back to Basics', cited_arxiv_id: '2402.14740', year: '2024', authors: ['A', 'B'] },
  ];
  const { citations } = read(raw, titled);
  expect(citations.map(({ aside }) => aside?.title)).toEqual([null, 'Back to Basics']);
  expect(citations[1]?.aside).toMatchObject({ about: 'cited', year: 2024, authorsText: 'A, B' });
  expect(citations[0]).toMatchObject({ raw: raw.title, source: 'reference list in the Pith graph snapshot' });
});

test('a paper that cites itself is only noted', () => {
  const { citations, works, problems } = read({ cited_arxiv_id: '2409.12917v1' });
  expect([citations, works]).toEqual([[], []]);
  expect(problems).toEqual([expect.objectContaining({ severity: 'note', pointer: '/references/sample/0' })]);
});
