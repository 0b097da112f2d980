import { describe, expect, test } from 'vitest';
import { arxivId, arxivIdWithin, arxivMonth, doi, doiAlias, parseAlias, publicId, type Alias } from './index';

describe('arXiv ids', () => {
  test.each([
    ['2409.12917', '2409.12917'],
    ['arXiv:2409.12917v2', '2409.12917'],
    ['https://arxiv.org/pdf/2409.12917v1.pdf', '2409.12917'],
    ['cs/9605103', 'cs/9605103'],
    ['math.CO/0605090', 'math/0605090'],
    ['2413.12917', null],
    ['24.12917', null],
    ['', null],
  ])('reads %s as %s', (text, id) => {
    expect(arxivId(text)).toBe(id);
  });

  test.each([
    ['arXiv preprint arXiv:2305.08844 , year=', '2305.08844'],
    ['CoRR, abs/1109.1314.', '1109.1314'],
    ['see arXiv:2305.08844 and arXiv:2402.14740', null],
    ['10.1007/978-3-030-2305.08844', null],
    ['no id at all', null],
  ])('digs %s out as %s', (text, id) => {
    expect(arxivIdWithin(text)).toBe(id);
  });

  test.each([
    ['2409.12917', '2024-09'],
    ['cs/9605103', '1996-05'],
    ['math/0605090', '2006-05'],
  ])('knows the month of %s', (id, month) => {
    expect(arxivMonth(id)).toBe(month);
  });
});

describe('DOIs', () => {
  test.each([
    ['10.1000/XYZ', '10.1000/xyz'],
    ['https://doi.org/10.1000/a', '10.1000/a'],
    ['10.1007/978-3-030-', null],
    ['11.1/x', null],
  ])('reads %s as %s', (text, value) => {
    expect(doi(text)).toBe(value);
  });

  test('an arXiv DOI is the arXiv id', () => {
    expect(doiAlias('10.48550/arXiv.2409.12917')).toBe('arXiv:2409.12917');
  });
});

test.each([
  ['pith:OQMAWUXN', 'pith:OQMAWUXN'],
  ['pith:2024:oqmawuxnegorb2tu7h6mp4sdxq', 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ'],
  ['openalex:w12', 'openalex:W12'],
  ['local:mine/a b', 'local:mine/a b'],
  ['just words', null],
  [`arXiv:${'9'.repeat(1000)}`, null],
])('a person who writes %s means %s', (text, alias) => {
  expect(parseAlias(text)).toBe(alias);
});

test('the public id is the best scheme, and its smallest', () => {
  const names = ['pith:2024:X', 'doi:10.2/b', 'doi:10.1/a', 'openalex:W1'] as Alias[];
  expect(publicId(names)).toBe('doi:10.1/a');
  expect(publicId([...names, 'arXiv:2409.12917' as Alias])).toBe('arXiv:2409.12917');
});
