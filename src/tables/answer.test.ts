import { bool, dateDay, decimal, float64, int64, tableFromArrays, tableToIPC, utf8 } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { decodeAnswer } from './answer';

function answerOf(columns: Record<string, unknown[]>, types: Parameters<typeof tableFromArrays>[1]) {
  const ipc = tableToIPC(tableFromArrays(columns, types), { format: 'stream' });
  return decodeAnswer({ pieces: ipc ? [ipc] : [], hasMore: false, milliseconds: 1 });
}

const answer = answerOf(
  {
    big: [9007199254740991n, 9007199254740993n, null],
    exact: [1.5, -0.05, null],
    half: [0.5, NaN, null],
    text: ['é', '', null],
    flag: [true, false, null],
    day: [new Date('2024-09-19'), new Date('1969-12-31'), null],
  },
  {
    types: {
      big: int64(),
      exact: decimal(9, 2),
      half: float64(),
      text: utf8(),
      flag: bool(),
      day: dateDay(),
    },
  },
);

test('types are told by the names that SQL has for them', () => {
  expect(answer.columns.map(({ name, type, isNumber }) => `${name} ${type} ${String(isNumber)}`)).toEqual([
    'big BIGINT true',
    'exact DECIMAL true',
    'half DOUBLE true',
    'text VARCHAR false',
    'flag BOOLEAN false',
    'day DATE false',
  ]);
});

test.each([
  [0, [9007199254740991, '1.50', 0.5, 'é', true, '2024-09-19']],
  [1, ['9007199254740993', '-0.05', NaN, '', false, '1969-12-31']],
  [2, [null, null, null, null, null, null]],
])('row %i', (row, expected) => {
  expect(answer.columns.map((_, column) => answer.cell(row, column))).toEqual(expected);
});
