import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_FIGURE,
  FIGURE_PRESETS,
  FIGURE_THEMES,
  LEGEND_PLACES,
  type FigureSettings,
  type Scene,
} from '../model';
import { SAMPLES, shownOf, type StoredPicture } from '../picture';
import { buildScene, measure, type Box } from '../scene';
import { drawFigure } from './draw-figure';
import { wordsIn } from './fonts';
import { frameFor, pointsOf } from './page';
import type { CirclePart, Part, PathPart, Sheet, WordsPart } from './sheet';
import { writeSvg } from './svg';
import { FACTS, recipeOf } from './test-figure';
import { writeTikz } from './tikz';

const PICTURES = new Map(
  SAMPLES.map(({ id, picture }) => [
    id,
    JSON.parse(readFileSync(`static/${picture}`, 'utf8')) as StoredPicture,
  ]),
);

function sceneOf(id: string, settings: FigureSettings): Scene {
  const picture = PICTURES.get(id);
  if (!picture) throw new Error(`There is no sample ${id}.`);
  const { graph } = shownOf(picture, picture.view);
  const { positions, view } = picture;
  const first = buildScene({ graph, positions, view, frame: { width: 1000, height: 700 } });
  return buildScene({ graph, positions, view, frame: frameFor({ scene: first, settings, facts: FACTS }) });
}

function drawn(id: string, more: Partial<FigureSettings>, placement: 'screen' | 'print' = 'print'): Sheet {
  const settings = {
    ...DEFAULT_FIGURE,
    title: 'A figure',
    labels: { density: 'all', must: [] },
    ...more,
  } as const;
  return drawFigure({ scene: sceneOf(id, settings), settings, facts: FACTS, placement });
}

function partsIn({ parts }: Sheet, id: string): Part[] {
  const flat = (part: Part): Part[] => (part.kind === 'group' ? part.parts.flatMap(flat) : [part]);
  return parts.filter((part) => part.id === id).flatMap(flat);
}

const SHARES = { start: 0, middle: 0.5, end: 1 };

function wordsBox({ text, x, y, size, isStrong, anchor }: WordsPart): Box {
  const width = measure(text, size, isStrong);
  const left = x - SHARES[anchor] * width;
  return { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.2 };
}

function shapeBox(part: PathPart | CirclePart): Box {
  if (part.kind === 'circle') {
    const { x, y, radius } = part;
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  }
  const ends = part.segments.flatMap((segment) =>
    segment[0] === 'Z' ? [] : [segment.slice(-2).map(Number)],
  );
  const [xs, ys] = [ends.map(([x = 0]) => x), ends.map(([, y = 0]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function isOver(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.left < b.right - slack &&
    a.right > b.left + slack &&
    a.top < b.bottom - slack &&
    a.bottom > b.top + slack
  );
}

const CASES = SAMPLES.flatMap(({ id }) => FIGURE_PRESETS.map((preset) => [id, preset.id, preset] as const));

describe.each(CASES)('%s on %s', (id, _, { size, margin, fontSize }) => {
  test.each(LEGEND_PLACES)(
    'with the legend %s nothing written covers anything written, or a mark, or is cut',
    (place) => {
      const sheet = drawn(id, { size, margin, fontSize, legend: { place, off: [] } });
      const boxes = wordsIn(sheet).map((words) => ({ text: words.text, box: wordsBox(words) }));
      const marks = partsIn(sheet, 'nodes').flatMap((part) =>
        part.kind === 'circle' || part.kind === 'path' ? [shapeBox(part)] : [],
      );
      const covered = boxes.flatMap(({ text, box }, index) => [
        ...boxes
          .slice(index + 1)
          .filter((other) => isOver(box, other.box))
          .map((other) => [text, other.text]),
        ...marks.filter((mark) => isOver(box, mark)).map((mark) => [text, mark]),
      ]);
      expect(covered).toEqual([]);
      const isCut = ({ box }: { readonly box: Box }) =>
        box.left < 0 || box.top < 0 || box.right > sheet.width || box.bottom > sheet.height;
      expect(boxes.filter(isCut)).toEqual([]);
    },
  );
});

test('the Scene fills the picture, with its labels at the size that is asked for', () => {
  const sheet = drawn('score', { fontSize: 20, labels: { density: 'few', must: [] } }, 'screen');
  const sizes = partsIn(sheet, 'labels').flatMap((part) => (part.kind === 'words' ? [part.size] : []));
  expect(Math.min(...sizes)).toBeCloseTo(20);
});

test('a size in pixels is 96 to the inch', () => {
  const { width, height } = pointsOf(DEFAULT_FIGURE);
  expect([width, height]).toEqual([1200, 675]);
  expect(writeSvg(drawn('score', {}), recipeOf())).toContain(
    'width="1600px" height="900px" viewBox="0 0 1200 675"',
  );
});

test('the same input gives the same bytes, whatever was drawn before', () => {
  const write = () => {
    const sheet = drawn('score', { theme: 'print' });
    return writeSvg(sheet, recipeOf()) + writeTikz(sheet);
  };
  const first = write();
  drawn('pfr', {});
  expect(write()).toBe(first);
});

test('what is highlighted keeps its colours, and the rest fades', () => {
  const [focus, other] = ['arXiv:2409.12917', 'arXiv:2303.11366'];
  const plain = drawn('score', {});
  const lit = drawn('score', { highlight: [focus, other] });
  const inks = (sheet: Sheet) => {
    const nodes = sheet.parts.find(({ id }) => id === 'nodes')?.parts ?? [];
    return new Map(
      nodes.flatMap((node) => (node.kind === 'group' ? [[node.id, JSON.stringify(node.parts)]] : [])),
    );
  };
  const [before, after] = [inks(plain), inks(lit)];
  const same = [...before].filter(([id, ink]) => after.get(id) === ink).map(([id]) => id);
  expect(same.sort()).toEqual([`node-${other}`, `node-${focus}`].map((id) => id.replace(':', '_')).sort());
});

test('every mark and line says what it is, and links lead to arXiv and DOIs alone', () => {
  const svg = writeSvg(drawn('score', {}), recipeOf());
  expect(svg.match(/<g id="node-/g)).toHaveLength(49);
  expect(svg.match(/<title>/g)).toHaveLength(49 + (svg.match(/<g id="line-/g)?.length ?? 0));
  expect(svg).toContain('<a href="https://arxiv.org/abs/2409.12917">');
  expect(
    [...svg.matchAll(/href="([^"]*)"/g)].filter(
      ([, href]) => !/^https:\/\/(arxiv\.org\/abs|doi\.org)\//.test(href ?? ''),
    ),
  ).toEqual([]);
  for (const id of ['axis', 'lines', 'nodes', 'labels', 'legend', 'title', 'caption'])
    expect(svg).toContain(`<g id="${id}">`);
});

test('the caption says what the figure was drawn from', () => {
  const text = wordsIn(drawn('score', { caption: 'Seen at a talk.' }))
    .map((words) => words.text)
    .join(' ');
  for (const part of [
    'Seen at a talk.',
    'score.bundle.json (01234567)',
    '1 sound',
    'seed 1',
    'Corollary 0.1.0',
    '2026-11-25',
  ])
    expect(text).toContain(part);
});

test.each(FIGURE_THEMES)('%s inks the page in its own colours', (theme) => {
  expect(drawn('score', { theme }).ground).toMatch(/^#[0-9a-f]{6}$/);
  expect(drawn('score', { theme, transparent: true }).ground).toBeNull();
});
