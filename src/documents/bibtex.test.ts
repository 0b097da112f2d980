import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAUGHTY } from '../../tests/hostile/vectors/naughty-strings';
import { readOne } from './vectors/read';

const FILE = `% a remark
@string{ann = "Annals of " # {Mathematics}}
@comment{not @article{read, title={x}}}
@preamble{"\\newcommand{\\x}{}"}
@misc{kumar2024training,
  author = {Kumar, Aviral and {Nicolas Le Roux} and others},
  title = {Training Language Models to Self-Correct with {SCoRe} {$\\tau$}},
  year = {2024}, month = sep,
  eprint = {2409.12917v2}, archivePrefix = {arXiv}, primaryClass = {cs.LG},
  doi = {10.48550/arXiv.2409.12917},
}
@ARTICLE(wiles, author = "Andrew Wiles and Barnes, Jr, A.", title = "Modular {"}E{"} Curves", journal = ann, year = 1995, doi = {https://doi.org/10.2307/2118559})
@article{x, journal = {arXiv preprint arXiv:2303.11366}, date = {2023-03-20}, title = {G{\\"o}del}}
@book{own key, title = {no}}
@book{own:1, author = {{Barnes and Noble, Inc.}}, title = {A {B} C}, year = {c. 1987}, doi = {10.1007/978-3-030-}}
@book{own:1, title = {again}}
@misc{open, title = {never closed
@misc{last, title = {Last}}
`;

test('a BibTeX file is a collection of works, each under one name', async () => {
  const { kind, note, facts, problems } = await readOne(FILE, 'refs.bib');
  expect([kind, note, facts.citations]).toEqual([
    'collection',
    'A BibTeX file: works without their citations.',
    [],
  ]);
  expect(
    facts.works.map(({ names, title, authorsText, year, date, venue, pointer }) => [
      ...[names, title, authorsText, year, date, venue, pointer],
    ]),
  ).toEqual([
    [
      ['arXiv:2409.12917'],
      'Training Language Models to Self-Correct with SCoRe $\\tau$',
      'Aviral Kumar, Nicolas Le Roux, et al.',
      ...[2024, '2024-09', null, 'line 5'],
    ],
    [
      ['doi:10.2307/2118559'],
      'Modular "E" Curves',
      'Andrew Wiles, A. Barnes Jr',
      ...[1995, '1995', 'Annals of Mathematics', 'line 12'],
    ],
    [['arXiv:2303.11366'], 'Gödel', null, 2023, '2023-03-20', null, 'line 13'],
    [['local:refs/own:1'], 'A B C', 'Barnes and Noble, Inc.', 1987, '1987', null, 'line 15'],
    [['local:refs/last'], 'Last', null, null, null, null, 'line 18'],
  ]);
  expect(facts.works[0]?.primaryCat).toBe('cs.LG');
  expect(problems.map(({ pointer, severity }) => [pointer, severity])).toEqual([
    ['line 14', 'error'],
    ['line 16', 'warning'],
    ['line 17', 'error'],
  ]);
});

test.each([
  ['an address of mail', 'me@example.org {a,}'],
  ['prose', 'See @misc for {more}.'],
  ['a style sheet', '@media (print) { a { color: red } }'],
  ['a style sheet with a rule of its own', '@font-face { font-family: x; }'],
])('%s is not BibTeX', async (_, text) => {
  expect((await readOne(text, 'x.txt')).kind).toBe('unknown');
});

test('whatever stands in braces, the next entry is read', async () => {
  const said = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'{}"@\n,= a') }),
    fc.constantFrom(...NAUGHTY),
  );
  await fc.assert(
    fc.asyncProperty(said, async (text) => {
      const { facts } = await readOne(`@misc{a, title = {${text}}}\n@misc{zz, title = {Zz}}\n`, 'r.bib');
      expect(facts.works.map(({ names }) => names[0])).toContain('local:r/zz');
    }),
  );
});

test.each([
  ['entries that are not closed', '@a{k,x={'],
  ['and on lines of their own', '@a{k,x={\n'],
  ['blank lines', '\n\n\n'],
  ['nothing but signs', '@ @'],
  ['quotation marks', '@a{k,x="{\n'],
])('a megabyte of %s is read to its end', async (_, piece) => {
  const { kind } = await readOne(`@misc{a, title = {T}}\n${piece.repeat(1_000_000 / piece.length)}`, 'r.bib');
  expect(kind).toBe('collection');
});
