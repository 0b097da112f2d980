import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import {
  drawFigure,
  facesFor,
  outlinesOf,
  readRecipe,
  readStory,
  writeDeck,
  writeHtml,
  writePdf,
  writeReveal,
  writeStoryPdf,
  writeSvg,
  writeTikz,
} from '../../src/figures';
import { FACTS, recipeOf, testLine, testNode, testScene } from '../../src/figures/test-figure';
import {
  DEFAULT_FIGURE,
  DEFAULT_VIEW,
  NO_DOCUMENTS,
  NO_STORY,
  writeLink,
  type FigureSettings,
  type Story,
} from '../../src/model';
import { NAUGHTY } from './vectors/naughty-strings';

const TEX_ATTACKS = [
  '\\input{/etc/passwd}',
  '\\write18{touch owned}',
  '\\immediate\\write18{id}',
  '^^5cinput{x}',
  '\\catcode`\\%=12',
  '% swallowed',
  '\\end{tikzpicture}\\end{document}',
  '};\\node{x',
  '$\\loop\\iftrue\\repeat$',
  '#1 & ~ _ ^ { } ?` !` -- ``',
  'Erdős–Rényi, Łukasz, Đặng, Čebyšëv, naïve, ǫ, ẞ',
  'α∈ℝ, ∀ε ∃δ: λ ⟶ ∞, x² ≤ y₁, 中文, Привет, 😀, ﬁ, Ａ',
];
const TEXTS = [
  ...NAUGHTY,
  ...TEX_ATTACKS,
  '</script><script>alert(1)</script>',
  ']]>',
  'id="corollary-recipe">{}<',
];

const nodes = TEXTS.map((text, row) =>
  testNode(
    `${row % 2 ? 'arXiv:' : 'doi:10.1/'}${row}${text}`,
    20 + (row % 27) * 140,
    20 + Math.floor(row / 27) * 40,
    {
      label: text,
      title: text,
      date: text,
    },
  ),
);
const [first] = nodes;
const lines = nodes.slice(1).map((node) => testLine(first?.id ?? '', node.id));
const all = testScene(nodes, lines);
const scene = {
  ...all,
  frame: { width: 3900, height: 1000 },
  legend: TEXTS.slice(0, 30).map((text, row) => {
    return {
      ...all.legend[0],
      key: `k${row}${text}`,
      group: 'kind',
      label: text,
      count: 1,
      isOn: true,
      isFilter: true,
      mark: { colour: 'c0' },
    } as const;
  }),
  caption: TEXTS,
};
const settings: FigureSettings = {
  ...DEFAULT_FIGURE,
  size: { width: 4000, height: 3000, unit: 'px' },
  title: TEXTS.join(' '),
  caption: TEXTS.join(' '),
  labels: { density: 'all', must: nodes.map(({ id }) => id) },
};
const facts = {
  ...FACTS,
  documents: TEXTS.slice(0, 5).map((name) => ({ name, sha256: name })),
  filtered: TEXTS.join(' '),
  layout: TEX_ATTACKS.join(' '),
};
const recipe = { ...recipeOf(settings), view: TEXTS.join(' '), documents: facts.documents };
const sheet = drawFigure({ scene, settings, facts, placement: 'print' });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const readAppFile = (address: string) => Promise.resolve(new Uint8Array(readFileSync(`.${address}`)));

const PDF_READER = 'pdftotext';

/** Every element and attribute of an XML text; throws where it is not well-formed. */
function elementsOf(xml: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

describe('SVG of hostile texts', () => {
  const svg = writeSvg(sheet, recipe);

  test('is XML of shapes and words alone', () => {
    const elements = elementsOf(svg);
    const names = new Set(elements.map(({ name }) => name));
    expect([...names].sort()).toEqual(
      ['a', 'circle', 'desc', 'g', 'metadata', 'path', 'rect', 'svg', 'text', 'title'].sort(),
    );
    const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)));
    expect([...attributes].filter((name) => /^on|style|xlink|src/i.test(name))).toEqual([]);
  });

  test('has ids that are each one of their kind, and links to arXiv and doi.org alone', () => {
    const elements = elementsOf(svg);
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w.-]+$/.test(id))).toEqual([]);
    const links = elements.flatMap(({ attributes: { href } }) =>
      href === undefined ? [] : [new URL(href).hostname],
    );
    expect(new Set(links)).toEqual(new Set(['arxiv.org', 'doi.org']));
  });

  test('with outlined letters is XML too', async () => {
    const faces = await facesFor([sheet], readAppFile);
    const elements = elementsOf(writeSvg(sheet, recipe, { outline: (words) => outlinesOf(words, faces) }));
    expect(elements.some(({ name }) => name === 'text')).toBe(false);
  });
});

test('HTML of hostile texts has our three scripts and no more, and its policy names ours', () => {
  const html = writeHtml(sheet, recipe);
  expect(html.match(/<script/gi)).toHaveLength(3);
  expect(html.match(/<\/script/gi)).toHaveLength(3);
  expect(html).not.toMatch(/<(?:img|iframe|object|embed|link|base|form|foreignObject)\b/i);
  expect(html).toMatch(/default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]{43}='/);
});

describe('a story of hostile texts', () => {
  const view = writeLink({
    view: { ...DEFAULT_VIEW, focus: TEXTS.join(' ').slice(0, 500) },
    documents: NO_DOCUMENTS,
  });
  const steps = TEXTS.slice(0, 20).map((text) => {
    return { view, title: text.slice(0, 300), words: text.slice(0, 2000), highlight: [text.slice(0, 900)] };
  });
  const story: Story = {
    ...NO_STORY,
    title: TEXTS.join(' ').slice(0, 300),
    documents: facts.documents.slice(0, 1),
    steps,
  };
  const slides = steps.slice(0, 3).map((step) => {
    const own = { ...settings, title: step.title, highlight: [first?.id ?? ''] };
    return {
      step,
      outline: undefined,
      sheet: drawFigure({ scene, settings: own, facts, lead: step.words, placement: 'print' }),
    };
  });

  test('comes back whole from a deck with our two scripts, and from a PDF', async () => {
    const deck = writeDeck(story, slides);
    expect(deck.match(/<script/gi)).toHaveLength(2);
    expect(deck.match(/<\/script/gi)).toHaveLength(2);
    expect(deck).not.toMatch(/<(?:img|iframe|object|embed|link|base|form|foreignObject)\b/i);
    expect(JSON.stringify(readStory(bytesOf(deck)))).toBe(JSON.stringify(story));
    const faces = await facesFor([sheet], readAppFile);
    const pdf = await writeStoryPdf(story, slides, faces);
    expect(JSON.stringify(readStory(pdf))).toBe(JSON.stringify(story));
  });

  test('is XML of shapes and words alone as sections, whose ids are each one of their kind', () => {
    const elements = elementsOf(`<div>${writeReveal(slides)}</div>`);
    expect(new Set(elements.map(({ name }) => name))).toEqual(
      new Set(['div', 'section', 'aside', 'svg', 'title', 'desc', 'g', 'circle', 'path', 'rect', 'text']),
    );
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(elements.some(({ attributes }) => attributes['class'] === 'fragment')).toBe(true);
  });
});

describe('TikZ of hostile texts', () => {
  const tikz = writeTikz(sheet);

  test('has no command in its words but those that set letters', () => {
    const words = [...tikz.matchAll(/\\corollaryfit\{[\d.]+pt\}\{(.*)\}\};$/gm)].map(([, text = '']) => text);
    expect(words.length).toBeGreaterThan(500);
    const commands = new Set(words.flatMap((text) => text.match(/\\(?:[A-Za-z]+|[^A-Za-z])/g) ?? []));
    const dangerous =
      /^\\(?:input|include|write|immediate|catcode|def|let|csname|openout|read|end|begin|loop|par|special|node)$/;
    expect([...commands].filter((command) => dangerous.test(command))).toEqual([]);
    for (const text of words) {
      expect(text).not.toContain('^^');
      const bare = text.replace(/\\[\\{}$&#%_^~"'`=.]/g, '');
      expect(bare.replace(/\\ensuremath\{[^}]*\}+/g, '')).not.toMatch(/[%#&$~_]/);
      expect(bare.split('{').length).toBe(bare.split('}').length);
    }
    expect(tikz).toMatch(/^[\t\n\x20-\x7e]*$/);
  });

  const engines = ['pdflatex', 'lualatex'].map((engine) => {
    const isThere = spawnSync(engine, ['--version']).status === 0;
    return [isThere ? engine : `${engine}, which is not installed here: not tried`, engine, isThere] as const;
  });

  test.each(engines)('compiles with TikZ alone under %s', { timeout: 120_000 }, (_, engine, isThere) => {
    if (!isThere) return expect(isThere).toBe(false);
    const folder = mkdtempSync(join(tmpdir(), 'figure-'));
    writeFileSync(join(folder, 'figure.tikz'), tikz);
    const document = [
      '\\documentclass{article}',
      '\\usepackage{tikz}',
      '\\begin{document}',
      '\\noindent\\input{figure.tikz}',
      '\\end{document}',
    ];
    writeFileSync(join(folder, 'paper.tex'), document.join('\n'));
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'paper.tex'];
    const { status, stdout } = spawnSync(engine, options, { cwd: folder, encoding: 'utf8' });
    expect(status, stdout.slice(-1500)).toBe(0);
    return undefined;
  });
});

test('PDF of hostile texts is whole, and has them as text where pdftotext is there to read it', async () => {
  const pdf = await writePdf(sheet, recipe, await facesFor([sheet], readAppFile));
  const whole = new TextDecoder('latin1').decode(pdf);
  expect(whole.startsWith('%PDF-1.7')).toBe(true);
  expect(whole.trimEnd().endsWith('%%EOF')).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'figure-'));
  writeFileSync(join(folder, 'figure.pdf'), pdf);
  const read = spawnSync(PDF_READER, [join(folder, 'figure.pdf'), '-'], { encoding: 'utf8' });
  if (read.error) return;
  expect(read.status).toBe(0);
  expect(read.stdout).toContain('Erdős–Rényi');
});

/** Compared as text: the difference would fill the screen. */
function isRecipe(bytes: Uint8Array): boolean {
  return JSON.stringify(readRecipe(bytes)) === JSON.stringify(recipe);
}

test('the recipe comes back whole from each format, whatever the texts are', async () => {
  const faces = await facesFor([sheet], readAppFile);
  expect(isRecipe(bytesOf(writeSvg(sheet, recipe)))).toBe(true);
  expect(isRecipe(bytesOf(writeHtml(sheet, recipe)))).toBe(true);
  expect(isRecipe(await writePdf(sheet, recipe, faces))).toBe(true);
});
