import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineRows } from '../queries';
import { ALL_EVIDENCE, type EvidenceChoice } from '../model';
import { endsOf, type Csr } from './csr';
import { ALL_LINES, Network } from './network';

const COUNT = 6;
/** Theorems have negative numbers, and the last is not in the network. */
const NODES = [3, -2, 1, 2, -1, 4];
const node = fc.constantFrom(...NODES, 9);
const piece = fc.record({
  from: node,
  to: node,
  kind: fc.integer({ min: 0, max: 2 }),
  document: fc.integer({ min: 1, max: 3 }),
  isSound: fc.integer({ min: 0, max: 1 }),
});
type Piece = typeof piece extends fc.Arbitrary<infer P> ? P : never;

function rowsOf(pieces: readonly Piece[]): LineRows {
  const column = (name: keyof Piece) => Int32Array.from(pieces, (one) => one[name]);
  return {
    ...{ from: column('from'), to: column('to'), kind: column('kind') },
    ...{ document: column('document'), isSound: column('isSound') },
  };
}

function pairsIn(lines: Csr): string[] {
  return NODES.flatMap((_, place) => [...endsOf(lines, place)].map((end) => `${place} ${end}`));
}

test('lines that come in parts are each there once, from both ends, by the kinds and the evidence asked for', () => {
  const choice = fc.record({
    trust: fc.constantFrom('all' as const, 'sound' as const),
    documents: fc.option(fc.subarray([1, 2, 3]), { nil: null }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(piece, { maxLength: 12 }), { maxLength: 4 }),
      fc.subarray([...ALL_LINES]),
      fc.array(choice, { minLength: 1, maxLength: 3 }),
      (parts, kinds, choices) => {
        const network = new Network({ node: Int32Array.from(NODES), date: new Int32Array(COUNT) });
        for (const part of parts) network.addLines(rowsOf(part));
        const counts = ({ trust, documents }: EvidenceChoice) =>
          parts
            .flat()
            .filter(({ kind }) => kinds.includes(ALL_LINES[kind] ?? 'uses'))
            .filter(
              ({ isSound, document }) =>
                (trust === 'all' || isSound === 1) && (documents?.includes(document) ?? true),
            )
            .filter(({ from, to }) => from !== to && from !== 9 && to !== 9)
            .map(({ from, to }) => [NODES.indexOf(from), NODES.indexOf(to)] as const);
        for (const evidence of [...choices, ALL_EVIDENCE]) {
          const wanted = counts(evidence);
          const lines = network.lines(kinds, evidence);
          const inOrder = (pairs: readonly (readonly [number, number])[]) =>
            [...new Set(pairs.map(([from, to]) => `${from} ${to}`))].sort();
          const turned = wanted.map(([from, to]) => [to, from] as const);
          expect(pairsIn(lines.out)).toEqual(inOrder(wanted));
          expect(pairsIn(lines.in)).toEqual(inOrder(turned));
          expect(pairsIn(lines.around)).toEqual(inOrder([...wanted, ...turned]));
        }
      },
    ),
  );
});
