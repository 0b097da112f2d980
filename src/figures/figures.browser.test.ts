import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_FIGURE, NO_STORY, type FigureSettings } from '../model';
import { Figures } from './client';
import { writeDeck } from './deck';
import { drawFigure } from './draw-figure';
import { writeHtml } from './html';
import type { FigureFormat } from '../model';
import type { FigureRequest } from './make';
import { readRecipe } from './recipe';
import { writeSvg } from './svg';
import { FACTS, recipeOf, testLine, testNode, testScene } from './test-figure';

const HOSTILE = '</script><img src=x onerror="parent.wasHit=1"><script>parent.wasHit=1</script>';
const nodes = [
  testNode('arXiv:2409.12917', 200, 200, { isFocus: true, trust: 'sound' }),
  testNode('doi:10.1/x', 400, 300, { title: HOSTILE, label: HOSTILE }),
  testNode('openalex:W1', 600, 200, { label: 'Ένα, два, trois' }),
];
const scene = testScene(nodes, [testLine('arXiv:2409.12917', 'doi:10.1/x')]);

function requestFor(more: Partial<FigureSettings> = {}): FigureRequest {
  const settings = { ...DEFAULT_FIGURE, size: { width: 801, height: 450, unit: 'px' as const }, ...more };
  return { scene, settings, facts: FACTS, placement: 'print', recipe: recipeOf(settings) };
}

const figures = new Figures();
const { signal } = new AbortController();

afterAll(() => {
  figures.close();
});

async function made(format: FigureFormat, request: FigureRequest) {
  const blob = await figures.make(format, request, signal);
  return { blob, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

describe('the worker', () => {
  test('gives the SVG that is drawn here, and which labels found no place', async () => {
    const request = requestFor({ labels: { density: 'some', must: ['nowhere'] } });
    const { svg, unplaced } = await figures.preview(request, signal);
    expect(svg).toBe(writeSvg(drawFigure(request), request.recipe));
    expect(unplaced).toEqual(['nowhere']);
  });

  test.each([
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
    ['pdf', 'application/pdf'],
    ['html', 'text/html'],
  ] as const)('makes %s that carries its recipe, the same twice', async (format, type) => {
    const request = requestFor();
    const [first, second] = [await made(format, request), await made(format, request)];
    expect(first.blob.type).toBe(type);
    expect(readRecipe(first.bytes)).toEqual(request.recipe);
    expect(second.bytes).toEqual(first.bytes);
  });

  test('outlines letters', async () => {
    const { svg } = await figures.preview(requestFor({ outlined: true }), signal);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('aria-label="cites"');
  });

  test('stops what is aborted, and goes on with the next', async () => {
    const control = new AbortController();
    const stopped = figures.make('pdf', requestFor(), control.signal);
    const next = figures.make('tikz', requestFor(), signal);
    control.abort();
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(await (await next).text()).toContain('\\begin{tikzpicture}');
  });

  test('of many previews that are aborted only the last is given', async () => {
    const controls = Array.from({ length: 12 }, () => new AbortController());
    const asked = controls.map((control) => figures.preview(requestFor(), control.signal));
    for (const control of controls.slice(0, -1)) control.abort();
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status)).toEqual([
      ...controls.slice(1).map(() => 'rejected'),
      'fulfilled',
    ]);
  });

  test('a preview that is aborted while it is drawn leaves the worker to the next', async () => {
    const control = new AbortController();
    const dropped = figures.preview(requestFor(), control.signal);
    await Promise.resolve();
    await Promise.resolve();
    control.abort();
    await expect(dropped).rejects.toThrow(/abort/i);
    const request = requestFor({ title: 'The next' });
    expect((await figures.preview(request, signal)).svg).toBe(writeSvg(drawFigure(request), request.recipe));
  });

  test('what cannot be sent is refused, and the next is made', async () => {
    const request = { ...requestFor(), facts: { ...FACTS, date: (() => '') as unknown as string } };
    await expect(figures.preview(request, signal)).rejects.toThrow();
    expect((await figures.preview(requestFor(), signal)).svg).toContain('<svg');
  });

  test('makes a story, told after each step, the same twice; what is aborted ends at once, and the next is made', async () => {
    const step = { view: '', title: 'A step', words: HOSTILE, highlight: ['arXiv:2409.12917'] };
    const story = { ...NO_STORY, title: HOSTILE, steps: [step, step, step] };
    const request = { story, steps: story.steps.map(() => ({ ...requestFor(), lead: HOSTILE })) };
    for (const format of ['pdf', 'deck', 'reveal'] as const) {
      const drawn: number[] = [];
      const make = () => figures.story(format, request, { signal, onDrawn: (count) => drawn.push(count) });
      const [first, second] = [await make(), await make()];
      expect(drawn).toEqual([1, 2, 3, 1, 2, 3]);
      expect(await second.text()).toBe(await first.text());
    }
    const control = new AbortController();
    const onDrawn = () => control.abort();
    await expect(figures.story('pdf', request, { signal: control.signal, onDrawn })).rejects.toThrow(
      /abort/i,
    );
    expect((await figures.preview(requestFor(), signal)).svg).toContain('<svg');
  });

  test('says why it failed', async () => {
    const size = { width: 900, height: 900, unit: 'mm' } as const;
    const request = { ...requestFor({ size }), scale: 8 };
    await expect(figures.make('png', request, signal)).rejects.toThrow('too large');
  });
});

async function cornerOf(blob: Blob) {
  const picture = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  const alpha = context?.getImageData(0, 0, 1, 1).data[3];
  return { width: picture.width, height: picture.height, alpha };
}

test.each([1, 2, 3, 4])('PNG at %i times has exactly so many pixels', async (scale) => {
  const { blob } = await made('png', { ...requestFor(), scale });
  expect(await cornerOf(blob)).toEqual({ width: 801 * scale, height: 450 * scale, alpha: 255 });
});

test('PNG is transparent where that is asked for', async () => {
  const { blob } = await made('png', { ...requestFor({ transparent: true }), scale: 1 });
  expect((await cornerOf(blob)).alpha).toBe(0);
});

test('a deck moves by keys and taps, shows one step at a time, and runs nothing of a title', async () => {
  const step = { view: '', title: HOSTILE, words: HOSTILE, highlight: [] };
  const story = { ...NO_STORY, title: HOSTILE, steps: [step, step, step] };
  const sheet = drawFigure({ ...requestFor({ title: HOSTILE }), lead: HOSTILE });
  const frame = document.createElement('iframe');
  frame.srcdoc = writeDeck(
    story,
    story.steps.map((one) => ({ sheet, step: one, outline: undefined })),
  );
  Object.assign(frame, { width: '900', height: '600' });
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await isLoaded;
  const [page, view] = [frame.contentDocument, frame.contentWindow];
  const shown = () =>
    [...(page?.querySelectorAll('.step') ?? [])].map((one) => one.className.includes('is-now'));
  expect(shown()).toEqual([true, false, false]);
  const press = (key: string) => view?.dispatchEvent(new KeyboardEvent('keydown', { key }));
  press('ArrowLeft');
  expect(shown()).toEqual([true, false, false]);
  press('ArrowRight');
  expect(shown()).toEqual([false, true, false]);
  press('End');
  press(' ');
  expect(shown()).toEqual([false, false, true]);
  const tap = (clientX: number) => {
    for (const kind of ['pointerdown', 'pointerup'])
      view?.dispatchEvent(new PointerEvent(kind, { clientX, clientY: 9, isPrimary: true, button: 0 }));
  };
  tap(20);
  expect(shown()).toEqual([false, true, false]);
  tap(800);
  expect(page?.getElementById('place')?.textContent).toBe('3 of 3');
  expect('wasHit' in window).toBe(false);
  frame.remove();
});

test('the HTML page lists its nodes, lights the one that has the focus, zooms, and runs nothing of a title', async () => {
  const request = requestFor();
  const frame = document.createElement('iframe');
  const sheet = drawFigure(request);
  frame.srcdoc = writeHtml(sheet, request.recipe);
  Object.assign(frame, { width: '900', height: '600' });
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await isLoaded;
  const page = frame.contentDocument;
  const lines = sheet.parts.find(({ id }) => id === 'lines')?.parts ?? [];
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    if (line.kind !== 'group') continue;
    const said = (name: string) => page?.querySelector(`#${line.id} > ${name}`)?.textContent;
    expect([said('title'), said('desc')]).toEqual([line.title, line.desc]);
  }
  const buttons = [...(page?.querySelectorAll<HTMLButtonElement>('#list button') ?? [])];
  expect(buttons).toHaveLength(3);
  const hit = buttons.find((button) => button.textContent?.includes('onerror'));
  hit?.focus();
  expect(page?.getElementById('told')?.textContent).toBe(HOSTILE);
  expect([...(page?.querySelectorAll('#nodes > .lit') ?? [])].map(({ id }) => id)).toEqual([
    'node-arXiv_2409.12917',
    'node-doi_10.1_x',
  ]);
  const boxOf = () => page?.querySelector('svg')?.getAttribute('viewBox');
  const before = boxOf();
  page?.querySelector<HTMLButtonElement>('[data-move="in"]')?.click();
  expect(boxOf()).not.toBe(before);
  page?.querySelector<HTMLButtonElement>('[data-move="home"]')?.click();
  expect(boxOf()?.split(' ').map(Number)).toEqual(before?.split(' ').map(Number));
  expect('wasHit' in window).toBe(false);
  frame.remove();
});
