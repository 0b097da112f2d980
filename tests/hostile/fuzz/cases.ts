import fc from 'fast-check';
import { signBundle } from '../../../src/checks';
import { bundleOf, records, type PublishedRecord } from '../../../src/checks/vectors/bundle-of';
import { signingKey } from '../../../src/checks/vectors/events';
import { BUNDLE, COLLECTION, GRAPH, HUB, RECORD_DOCUMENT, STATE } from '../../../src/documents/vectors/score';
import { byteChanges, changedBytes, FORMS, packed } from './bytes';
import { changes, mutated } from './mutate';
import { written } from './values';

export const KEY = await signingKey(0, 'mirror');

const SIGNED = await signBundle(JSON.stringify(bundleOf(records[0] as PublishedRecord)), KEY, {
  now: 0,
  again: false,
});

/** One of every kind that a reader knows. */
const SEEDS: Readonly<Record<string, unknown>> = {
  bundle: BUNDLE,
  signed: JSON.parse(SIGNED.text) as unknown,
  state: STATE,
  graph: GRAPH,
  record: RECORD_DOCUMENT,
  hub: { ...HUB, citing: [{ arxiv_id: '2501.00001', title: 'Citing', year: 2025 }, { doi: '10.1000/c' }] },
  collection: COLLECTION,
};

export interface Case {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const OTHER = JSON.stringify(HUB);

/** A document of some kind, changed in its structure or its bytes or both, in some form. */
export const mutatedDocument: fc.Arbitrary<Case> = fc
  .record({
    seed: fc.constantFrom(...Object.keys(SEEDS)),
    changes,
    form: fc.constantFrom(...FORMS),
    bytes: byteChanges,
    hasBytes: fc.nat(9).map((tenth) => tenth > 6),
    isStructural: fc.nat(9).map((tenth) => tenth > 1),
  })
  .map(({ seed, changes: wanted, form, bytes, hasBytes, isStructural }) => {
    const document = isStructural ? mutated(SEEDS[seed], wanted) : SEEDS[seed];
    const isLines = seed === 'collection' && Array.isArray(document);
    const text = isLines ? document.map(written).join('\n') : written(document);
    const file = packed(text, OTHER, form);
    return {
      name: `${seed}.${form}`,
      bytes: hasBytes || !isStructural ? changedBytes(file, bytes) : new Uint8Array(file),
    };
  });
