import { expect, test } from 'vitest';
import { readLists } from './lists';

const read = (name: string, text: string) =>
  readLists([{ kind: 'file', name, blob: new Blob([text]) }], {
    signal: new AbortController().signal,
    kinds: {},
  });

test('a bibliography is a list of its entries, each once', async () => {
  const bib =
    '@article{a, title={One}, year=2001, doi={10.1000/A}} @article{a, title={Two}, doi={10.1000/a}} @misc{b, title={Three}}';
  const [list] = await read('refs.bib', bib);
  expect(list?.works).toEqual([
    { names: ['doi:10.1000/a'], title: 'One', authorsText: null, year: 2001, twin: null },
    { names: ['local:refs/b'], title: 'Three', authorsText: null, year: null, twin: null },
  ]);
});

test('works that look alike are told, the later by the place of the earlier', async () => {
  const title = 'On Sums of Distinct Representatives';
  const entry = (key: string, words: string, year: number) =>
    `@article{${key}, title={${words}}, year=${year}}`;
  const bib = [entry('a', title, 1998), entry('b', title.toUpperCase(), 1999), entry('c', title, 2005)];
  const [list] = await read('refs.bib', bib.join('\n'));
  expect(list?.works.map(({ twin }) => twin)).toEqual([null, 0, null]);
});

test('a list of citations has their ends', async () => {
  const [list] = await read(
    'edges.csv',
    'citing,cited\narXiv:2409.12917,arXiv:2303.11366\narXiv:2409.12917,doi:10.1000/a\n',
  );
  expect(list?.works.map(({ names }) => names)).toEqual([
    ['arXiv:2409.12917'],
    ['arXiv:2303.11366'],
    ['doi:10.1000/a'],
  ]);
  expect(list?.citations).toBe(2);
});

test.each([
  [
    'a collection of ours',
    'c.jsonl',
    '{"type":"collection","name":"c","version":1}\n{"type":"work","arxiv_id":"2409.12917"}',
  ],
  ['a record', 'r.json', '{"record_type":"pith","canonical_record":{}}'],
  ['what cannot be read', 'x.bib', '\u0000\u0001'],
])('%s is none', async (_, name, text) => {
  expect(await read(name, text)).toEqual([]);
});
