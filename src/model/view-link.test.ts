import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COLOURS,
  CONE_SHAPES,
  DEFAULT_VIEW,
  FACETS,
  FLOWS,
  Failure,
  NO_DOCUMENTS,
  NO_FILTERS,
  readLink,
  SIZES,
  writeLink,
  type Filters,
  type View,
} from './index';

const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text !== '__proto__');
const number = fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100);
const facets: fc.Arbitrary<Filters['facets']> = fc.record(
  Object.fromEntries(
    FACETS.map((name) => [name, fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 3 })]),
  ),
  { requiredKeys: [], noNullPrototype: true },
);
const most: fc.Arbitrary<number | null> = fc.option(fc.nat({ max: 999 }));
const degree: fc.Arbitrary<Filters['degree']> = fc.option(
  fc.tuple(fc.nat({ max: 999 }), most).map((range): Filters['degree'] => range),
);
const view: fc.Arbitrary<View> = fc.record({
  focus: fc.option(id),
  seeds: fc.array(id, { maxLength: 3 }),
  direction: fc.constantFrom('references', 'citing', 'both'),
  depth: fc.constantFrom(1, 2, 3),
  expanded: fc.array(id, { maxLength: 3 }),
  added: fc.array(id, { maxLength: 3 }),
  cone: fc.option(
    fc.record({
      of: id,
      shape: fc.constantFrom(...CONE_SHAPES),
      through: fc.constantFrom('statement' as const, 'proof' as const),
      reduced: fc.boolean(),
    }),
  ),
  folded: fc.array(id, { maxLength: 3 }),
  axioms: fc.array(id, { maxLength: 3 }),
  unfolded: fc.array(id, { maxLength: 3 }),
  hidden: fc.array(id, { maxLength: 3 }),
  traced: fc.array(id, { maxLength: 3 }),
  lines: fc.subarray(['cites', 'formal', 'uses']),
  filters: fc.record({
    years: fc.option(fc.tuple(fc.integer({ min: 1500, max: 2100 }), fc.integer({ min: 1500, max: 2100 }))),
    off: fc.array(id, { maxLength: 3 }),
    facets,
    query: fc.string({ maxLength: 60 }),
    degree,
    core: fc.option(fc.nat({ max: 99 })),
    largest: fc.boolean(),
  }),
  layout: fc.constantFrom('timeline', 'force', 'rings', 'layers'),
  layoutSettings: fc.record({ seed: fc.nat({ max: 999_999 }), flow: fc.constantFrom(...FLOWS) }),
  pins: fc.dictionary(id, fc.tuple(number, number), { maxKeys: 3, noNullPrototype: true }),
  colourBy: fc.constantFrom(...COLOURS),
  sizeBy: fc.constantFrom(...SIZES),
  unidentified: fc.boolean(),
  selection: fc.array(id, { maxLength: 3 }),
  camera: fc.record({ x: fc.constant(0.5), y: fc.constant(0.25), zoom: fc.constantFrom(1, 2.5) }),
});

describe('a View in a link', () => {
  test('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(view, (made) => {
        expect(readLink(`#${writeLink({ view: made, documents: NO_DOCUMENTS })}`)?.view).toEqual(made);
      }),
    );
  });

  test('names the documents it was made on', () => {
    const documents = { named: [{ name: 'my bundle & more.json', sha256: 'a'.repeat(64) }], more: 9_900 };
    const read = readLink(writeLink({ view: DEFAULT_VIEW, documents }))?.documents;
    expect(read?.more).toBe(9_900);
    expect(read?.named).toEqual([{ name: 'my bundle & more.json', sha256: 'a'.repeat(16) }]);
  });

  test('names the list that is open beside it', () => {
    const link = { view: DEFAULT_VIEW, documents: NO_DOCUMENTS, list: 'formal shadow Classical.choice' };
    expect(readLink(writeLink(link))).toEqual(link);
  });

  test('says so when its tail or a part is lost, at every cut', () => {
    const link = writeLink({
      view: { ...DEFAULT_VIEW, focus: 'arXiv:2409.12917', depth: 2 },
      documents: NO_DOCUMENTS,
    });
    for (let length = 1; length < link.length; length++) {
      expect(() => readLink(link.slice(0, length))).toThrow(Failure);
    }
    expect(() => readLink(link.replace('depth=2', 'depth=3'))).toThrow('a part of it was changed');
    expect(() => readLink('x'.repeat(1_000_000))).toThrow('too long');
  });

  test('takes no depth, zoom or list beyond what the screen offers, though its sum is right', () => {
    const asked: Readonly<Record<string, unknown>> = {
      depth: 1e9,
      direction: 'everything',
      camera: { x: 1e9, y: 0, zoom: 1e9 },
      hidden: Array.from({ length: 6000 }, (_, index) => `h${index}`),
      layoutSettings: { seed: -1 },
      pins: { a: [1e300, 0] },
      filters: {
        ...NO_FILTERS,
        degree: [-1, 1e300],
        core: 1e9,
        facets: { colour: ['red'], __proto__: ['x'] },
      },
    };
    const read = readLink(writeLink({ view: { ...DEFAULT_VIEW, ...asked }, documents: NO_DOCUMENTS }))?.view;
    expect(read).toEqual({ ...DEFAULT_VIEW, hidden: (asked['hidden'] as string[]).slice(0, 5000) });
  });

  test('made before there were facets is read as it was meant', () => {
    const old = '1&focus=arXiv%3A2409.12917&years=2020+2026&off=kind%3Astub&colour=year&sum=1sby330';
    const read = readLink(old)?.view;
    expect(read?.filters).toEqual({ ...NO_FILTERS, years: [2020, 2026], off: ['kind:stub'] });
    expect(read?.colourBy).toBe('year');
  });

  test('has a query cut to a length that a person would type', () => {
    const filters = { ...NO_FILTERS, query: 'a '.repeat(9_000) };
    const read = readLink(writeLink({ view: { ...DEFAULT_VIEW, filters }, documents: NO_DOCUMENTS }));
    expect(read?.view.filters.query).toHaveLength(1_000);
  });

  test('is nothing for an empty hash', () => {
    expect(readLink('#')).toBeNull();
  });
});
