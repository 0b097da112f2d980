import fc from 'fast-check';
import { tableFromColumns, tableFromIPC, tableToIPC, type Column } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { intColumn, textColumn, wordColumn } from './arrow-columns';

function readBack(column: Column<unknown>): unknown[] {
  const ipc = tableToIPC(tableFromColumns({ value: column }), { format: 'stream' }) ?? new Uint8Array();
  return Array.from(tableFromIPC(ipc).getChild('value') as Iterable<unknown>);
}

test('texts come back as they were, whatever is in them', () => {
  const text = fc.option(
    fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => !/\p{Surrogate}/u.test(value)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (values) => {
      expect(readBack(textColumn(values))).toEqual(values);
      expect(readBack(wordColumn([...values, ...values]))).toEqual([...values, ...values]);
    }),
  );
});

test('many texts, plain and not, keep their borders; a lone half of a pair is replaced', () => {
  const values = Array.from({ length: 9000 }, (_, row) =>
    row % 7 === 0 ? null : row % 5 === 0 ? `é${row}` : `t${row}`,
  );
  expect(readBack(textColumn(values))).toEqual(values);
  expect(readBack(textColumn(['a\ud83d', '\ude02b']))).toEqual(['a\ufffd', '\ufffdb']);
  const repeated = Array.from({ length: 5000 }, (_, row) => (row % 3 === 0 ? null : `p${row % 9}`));
  expect(readBack(textColumn(repeated))).toEqual(repeated);
});

test('numbers come back, and null stays null', () => {
  const value = fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (values) => {
      expect(readBack(intColumn(values))).toEqual(values);
    }),
  );
});
