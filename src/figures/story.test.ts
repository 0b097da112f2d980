import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_VIEW,
  NO_DOCUMENTS,
  NO_STORY,
  STORY_LIMITS,
  writeLink,
  type Story,
  type StoryStep,
} from '../model';
import { drawFigure } from './draw-figure';
import { writeDeck } from './deck';
import { readStory } from './read-story';
import { plainJson } from './recipe-text';
import { writeReveal } from './reveal';
import { storyText } from './story-text';
import { writeSvg } from './svg';
import { FACTS, testLine, testNode, testScene } from './test-figure';
import { DEFAULT_FIGURE } from '../model';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const view = writeLink({ view: { ...DEFAULT_VIEW, focus: 'arXiv:1', depth: 2 }, documents: NO_DOCUMENTS });
const step: StoryStep = { view, title: 'One', words: 'Two words.', highlight: ['a', 'a → b'] };
const story: Story = {
  ...NO_STORY,
  title: 'A story',
  documents: [{ name: 'a.json', sha256: 'ab'.repeat(32) }],
  steps: [step, { ...step, title: 'Three' }],
};

const scene = testScene(
  [testNode('a', 200, 200), testNode('b', 400, 300), testNode('c', 600, 200)],
  [testLine('a', 'b'), testLine('b', 'c')],
);
const slides = [['a', 'b'], []].map((highlight) => {
  const settings = { ...DEFAULT_FIGURE, title: 'One', highlight };
  const lead = 'Said under the title';
  return {
    sheet: drawFigure({ scene, settings, facts: FACTS, placement: 'print', lead }),
    step,
    outline: undefined,
  };
});

test.each([
  ['its own file', storyText(story)],
  ['its own file as another program writes it', JSON.stringify(story, null, 2)],
  ['a deck', writeDeck(story, slides)],
])('a story comes back from %s', (_, text) => {
  expect(readStory(bytesOf(text))).toEqual(story);
});

const many = <Item>(item: Item, count: number) => Array.from({ length: count }, () => item);

test.each<[string, unknown]>([
  ['nothing', ''],
  ['a list', []],
  ['another type', { ...story, type: 'corollary-portable' }],
  ['a later version', { ...story, version: 2 }],
  ['no steps', { ...story, steps: null }],
  ['too many steps', { ...story, steps: many(step, STORY_LIMITS.steps + 1) }],
  ['too many documents', { ...story, documents: many(story.documents[0], STORY_LIMITS.documents + 1) }],
  ['a title that is too long', { ...story, title: 'x'.repeat(STORY_LIMITS.title + 1) }],
  ['words that are too long', { ...story, steps: [{ ...step, words: 'x'.repeat(STORY_LIMITS.words + 1) }] }],
  [
    'too much highlighted',
    { ...story, steps: [{ ...step, highlight: many('a', STORY_LIMITS.highlight + 1) }] },
  ],
  ['a highlight of numbers', { ...story, steps: [{ ...step, highlight: [1] }] }],
  ['a View that was cut', { ...story, steps: [{ ...step, view: view.slice(0, -3) }] }],
  ['a View that was changed', { ...story, steps: [{ ...step, view: view.replace('depth=2', 'depth=3') }] }],
  ['no View', { ...story, steps: [{ ...step, view: '' }] }],
])('%s is no story', (_, value) => {
  expect(readStory(bytesOf(JSON.stringify(value)))).toBeNull();
});

test('what is told beside a story is left out, and no prototype is touched', () => {
  const text = storyText(story).replace('{', '{"__proto__":{"isHit":true},"more":1,');
  const read = readStory(bytesOf(text));
  expect(read).toEqual(story);
  expect(Object.keys(read ?? {})).toEqual(Object.keys(story));
  expect('isHit' in {}).toBe(false);
});

test('no bytes at all are read as a story by accident, or break the reader', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', '{', '<', '%PDF-'), (bytes, start) => {
      expect(readStory(Uint8Array.from([...bytesOf(start), ...bytes]))).toBeNull();
    }),
  );
});

test('any texts come back from a deck, which holds our two scripts and no other', () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 });
  fc.assert(
    fc.property(text, text, text, (title, words, id) => {
      const told = { ...story, title, steps: [{ ...step, title, words, highlight: [id] }] };
      const deck = writeDeck(told, slides.slice(0, 1));
      expect(deck.match(/<script/g)).toHaveLength(2);
      expect(deck.match(/<\/script/g)).toHaveLength(2);
      expect(readStory(bytesOf(deck))).toEqual(told);
    }),
    { numRuns: 40 },
  );
});

test('a deck lets nothing be fetched and no other script run', () => {
  expect(writeDeck(story, slides)).toMatch(
    /content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'"/,
  );
});

test('ids of all steps of a page are each one of their kind', () => {
  for (const page of [writeDeck(story, slides), writeReveal(slides)]) {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('of reveal sections the highlighted marks and the line between them are fragments, over their faded likeness', () => {
  const [lit = '', plain = ''] = writeReveal(slides).split('</section>');
  const fragments = [...lit.matchAll(/<g id="([^"]*)" class="fragment" data-fragment-index="0">/g)];
  expect(fragments.map(([, id]) => id).sort()).toEqual(['step-1-line-1', 'step-1-node-a', 'step-1-node-b']);
  for (const [, id] of fragments) expect(lit).toContain(`<g id="${id}-faded">`);
  expect(plain).not.toContain('fragment');
});

test('the words stand under the title and in the description, and take room from the picture', () => {
  const draw = (lead: string) =>
    drawFigure({
      scene,
      settings: { ...DEFAULT_FIGURE, title: 'One' },
      facts: FACTS,
      placement: 'print',
      lead,
    });
  const [without, with_] = [draw(''), draw('Said under the title')];
  expect(writeSvg(with_, null)).toContain('>Said under the title<');
  expect(with_.description).toMatch(/^Said under the title /);
  expect(without.parts.map(({ id }) => id)).not.toContain('lead');
  expect(with_.size).toEqual(without.size);
  const heightOf = ({ nodes }: typeof with_) => Math.min(...nodes.map(({ y }) => y));
  expect(heightOf(with_)).toBeGreaterThan(heightOf(without));
});

test('a story as text is ASCII for markup', () => {
  expect(storyText({ ...story, title: '</script>é' })).toBe(plainJson({ ...story, title: '</script>é' }));
});
