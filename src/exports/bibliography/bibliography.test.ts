import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAUGHTY } from '../../../tests/hostile/vectors/naughty-strings';
import type { Alias } from '../../model';
import type { BibliographyWork } from '../../queries';
import { BIBLIOGRAPHY_FORMATS, writeBibliography, type BibliographyFormat } from '..';

const BARE: BibliographyWork = {
  ...{ id: 'local:c/1', title: null, authorsText: null, year: null, date: null, venue: null, category: null },
  ...{ abstract: null, isStub: false, names: [] },
};

const SCORE: BibliographyWork = {
  ...BARE,
  id: 'arXiv:2409.12917',
  title: 'Training Language Models to Self-Correct with SCoRe',
  authorsText: 'Aviral Kumar, Nicolas Le Roux, and others',
  ...{ year: 2024, date: '2024-09-19', category: 'cs.LG' },
  names: ['arXiv:2409.12917', 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ'] as Alias[],
};

const WILES: BibliographyWork = {
  ...BARE,
  id: 'doi:10.2307/2118559',
  title: 'Modular Elliptic Curves',
  ...{ authorsText: 'Wiles, A.', year: 1995, date: '1995-05', venue: 'Annals of Mathematics' },
  ...{ abstract: 'When Andrew John Wiles was 10 & more.', isStub: true },
  names: ['doi:10.2307/2118559', 'openalex:W1'] as Alias[],
};

const NEURIPS: BibliographyWork = {
  ...BARE,
  id: 'local:c/2',
  title: 'A test',
  ...{ year: 2023, venue: 'Proceedings of a Conference' },
};

const text = async (format: BibliographyFormat, works: readonly BibliographyWork[]) =>
  String(await writeBibliography(format, works));

interface Item {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly literal?: string;
  }[];
  readonly abstract?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
}

const parsed = (file: string) => plugins.input.chain(file, { generateGraph: false }) as readonly Item[];

/** What all formats make of signs that no line can hold. */
const oneLine = (said: string) =>
  said
    .toWellFormed()
    .replace(/[\s\x85]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .trim();

describe('BibTeX', () => {
  test('a preprint, an article and a paper of a conference', async () => {
    expect(await text('bibtex', [SCORE, WILES, NEURIPS])).toBe(`@misc{kumar2024training,
  author = {Kumar, Aviral and {Nicolas Le Roux} and others},
  title = {Training Language Models to Self-Correct with {SCoRe}},
  year = {2024},
  month = sep,
  eprint = {2409.12917},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  doi = {10.48550/arXiv.2409.12917},
  url = {https://arxiv.org/abs/2409.12917},
}

@article{wiles1995modular,
  author = {Wiles, A.},
  title = {Modular Elliptic Curves},
  journal = {Annals of Mathematics},
  year = {1995},
  month = may,
  doi = {10.2307/2118559},
  url = {https://doi.org/10.2307/2118559},
  abstract = {When Andrew John Wiles was 10 \\& more.},
}

@inproceedings{2023test,
  title = {A test},
  booktitle = {Proceedings of a Conference},
  year = {2023},
}
`);
  });

  test('an independent parser reads the same', async () => {
    const [score, wiles] = parsed(await text('bibtex', [SCORE, WILES]));
    expect(score).toMatchObject({
      ...{ id: 'kumar2024training', title: SCORE.title, DOI: '10.48550/arXiv.2409.12917' },
      author: [{ family: 'Kumar', given: 'Aviral' }, { family: 'Nicolas Le Roux' }, { family: 'others' }],
      issued: { 'date-parts': [[2024, 9]] },
    });
    expect(wiles).toMatchObject({
      ...{ type: 'article-journal', title: WILES.title, abstract: WILES.abstract, DOI: '10.2307/2118559' },
      ...{ author: [{ family: 'Wiles', given: 'A.' }], 'container-title': WILES.venue },
    });
  });

  test('a DOI with braces or commands is in the address alone, by percent signs', async () => {
    const doi = { ...BARE, names: ['doi:10.1000/a{\\b}'] as Alias[] };
    const file = await text('bibtex', [doi]);
    expect(file).toContain('url = {https://doi.org/10.1000/a%7B%5Cb%7D}');
    expect(file).not.toMatch(/^ {2}doi =/m);
  });
});

const hostile = (said: string, place: number): BibliographyWork => ({
  ...{ id: `local:c/${place}${said}`.toWellFormed(), title: said, authorsText: said, abstract: said },
  ...{ venue: said, category: said, date: said, year: 2024, isStub: true },
  names: [`local:c/${place}${said}`.toWellFormed() as Alias],
});

/** Dashes and quotation marks that TeX makes of two signs, and escapes that titles bring along. */
const asTexPrints = (said: string) =>
  oneLine(said)
    .replace(/\\([#$%&_])/g, '$1')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”');

describe('hostile texts', () => {
  const works = NAUGHTY.map(hostile);

  test('BibTeX is parsed back', async () => {
    const items = parsed(await text('bibtex', works));
    expect(items).toHaveLength(works.length);
    expect(items.map(({ title = '' }) => title)).toEqual(works.map(({ title }) => asTexPrints(title ?? '')));
    expect(items.map(({ abstract = '' }) => abstract)).toEqual(
      works.map(({ abstract }) => asTexPrints(abstract ?? '')),
    );
  });

  test('RIS is parsed back', async () => {
    const items = parsed(await text('ris', works));
    expect(items.map(({ title = '' }) => title)).toEqual(works.map(({ title }) => oneLine(title ?? '')));
  });

  test('CSL JSON is parsed back', async () => {
    const items = JSON.parse(await text('csl-json', works)) as readonly Item[];
    expect(items.map(({ title = '' }) => title)).toEqual(works.map(({ title }) => oneLine(title ?? '')));
  });

  test('Markdown has no tag, no link but ours, no formula, and a line a work', async () => {
    const file = await text('markdown-list', works);
    const lines = file.trimEnd().split('\n');
    expect(lines).toHaveLength(works.length);
    for (const line of lines) expect(line.replace(/\\./g, '')).not.toMatch(/[<>[\]$`*_]|:\/\/|www\./i);
  });

  test.each(['author-year-list', 'numbered-list'] as const)('%s has as many lines', async (format) => {
    const lines = (await text(format, works)).split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(works.length);
  });
});

test('any works are parsed back from BibTeX and RIS: as many, with their titles', async () => {
  const said = fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })));
  const work = fc.record({ title: said, authorsText: said, venue: said, abstract: said });
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 5 }), async (list) => {
      const works = list.map((part, place) => ({ ...BARE, ...part, id: `local:c/${place}` }));
      const titles = works.map(({ title }) => oneLine(title ?? ''));
      const inBibtex = parsed(await text('bibtex', works)).map(({ title = '' }) => title);
      expect(inBibtex).toEqual(titles.map(asTexPrints));
      expect(parsed(await text('ris', works)).map(({ title = '' }) => title)).toEqual(titles);
    }),
  );
});

test('RIS: lines end as the format says, names that do not tell the family’s have no comma', async () => {
  const file = await text('ris', [SCORE]);
  expect(file.split('\r\n').slice(0, 9)).toEqual([
    ...[
      'TY  - UNPB',
      'ID  - kumar2024training',
      'AU  - Kumar, Aviral',
      'AU  - Nicolas Le Roux',
      'AU  - et al.',
    ],
    ...[`TI  - ${SCORE.title}`, 'PY  - 2024', 'DA  - 2024/09/19/', 'PB  - arXiv'],
  ]);
  expect(parsed(file)[0]?.issued).toEqual({ 'date-parts': [[2024, 9, 19]] });
});

test('CSL JSON has every name of a work, and whether only references know it', async () => {
  expect(JSON.parse(await text('csl-json', [WILES]))).toEqual([
    {
      ...{ id: 'wiles1995modular', type: 'article-journal', title: WILES.title },
      author: [{ family: 'Wiles', given: 'A.' }],
      issued: { 'date-parts': [[1995, 5]] },
      ...{ 'container-title': WILES.venue, DOI: '10.2307/2118559', URL: 'https://doi.org/10.2307/2118559' },
      abstract: WILES.abstract,
      custom: { id: WILES.id, names: WILES.names, 'known-only-from-references': true },
    },
  ]);
});

test.each<[BibliographyFormat, string]>([
  [
    'author-year-list',
    'A test. 2023. Proceedings of a Conference.\n\nKumar, Aviral, Nicolas Le Roux et al. 2024. Training Language Models to Self-Correct with SCoRe. arXiv:2409.12917. https://arxiv.org/abs/2409.12917\n\nWiles, A. 1995. Modular Elliptic Curves. Annals of Mathematics. https://doi.org/10.2307/2118559\n',
  ],
  [
    'numbered-list',
    '[1] A. Kumar, Nicolas Le Roux et al., “Training Language Models to Self-Correct with SCoRe,” arXiv:2409.12917, 2024. https://arxiv.org/abs/2409.12917\n[2] A. Wiles, “Modular Elliptic Curves,” Annals of Mathematics, 1995. https://doi.org/10.2307/2118559\n[3] “A test,” Proceedings of a Conference, 2023.\n',
  ],
  [
    'markdown-list',
    '1. Aviral Kumar, Nicolas Le Roux et al. [Training Language Models to Self-Correct with SCoRe](<https://arxiv.org/abs/2409.12917>). 2024.\n2. A. Wiles. [Modular Elliptic Curves](<https://doi.org/10.2307/2118559>). Annals of Mathematics, 1995.\n3. A test. Proceedings of a Conference, 2023.\n',
  ],
])('%s', async (format, written) => {
  expect(await text(format, [SCORE, WILES, NEURIPS])).toBe(written);
});

test.each(BIBLIOGRAPHY_FORMATS)(
  '$name writes nothing of nothing, and a work that nothing is known of',
  async ({ id }) => {
    expect(await text(id, [])).toBe(id === 'csl-json' ? '[]\n' : '');
    expect((await text(id, [BARE])).length).toBeGreaterThan(0);
  },
);
