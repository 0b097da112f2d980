import { Buffer } from 'node:buffer';
import { tableFromIPC } from '@uwdata/flechette';
import { tableFromIPC as readByApache } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm/node';
import { describe, expect, test } from 'vitest';
import { NAUGHTY } from '../../../tests/hostile/vectors/naughty-strings';
import { arrow } from './arrow';
import { exportTable, type ExportTable } from './export-table';
import { parquet } from './parquet';
import { csv, jsonLines } from './text';

const KINDS: ExportTable = {
  names: ['t', 'i', 'd', 'b', 'day'],
  types: ['text', 'integer', 'double', 'boolean', 'date'],
  columns: [
    ['a,"b"\n', '', null],
    [1, '9007199254740993', null],
    [0.5, Infinity, null],
    [true, false, null],
    ['2024-09-19', '1969-12-31', null],
  ],
};

const ROWS = [
  { t: 'a,"b"\n', i: 1n, d: 0.5, b: true, day: new Date('2024-09-19') },
  { t: '', i: 9007199254740993n, d: Infinity, b: false, day: new Date('1969-12-31') },
  { t: null, i: null, d: null, b: null, day: null },
];

/** What a column becomes that holds what its type does not. */
const MISFITS: readonly (readonly [
  name: string,
  type: ExportTable['types'][number],
  values: unknown[],
  texts: (string | null)[],
])[] = [
  ['whole numbers of more than 64 bits', 'integer', ['9223372036854775808', 1], ['9223372036854775808', '1']],
  ['a whole number that is none', 'integer', [1.5, null], ['1.5', null]],
  ['a date that is only a month', 'date', ['2024-09', '2024-09-19'], ['2024-09', '2024-09-19']],
  ['a day that no month has', 'date', ['2024-02-30'], ['2024-02-30']],
  ['a date out of range', 'date', ['out of range'], ['out of range']],
  ['exact decimals', 'double', ['-12.50', 1], ['-12.50', '1']],
  ['a truth in words', 'boolean', ['yes', true], ['yes', 'true']],
  ['nested values', 'text', [{ a: [1n, new Uint8Array([2])] }, [null]], ['{"a":[1,[2]]}', '[null]']],
  [
    'a map, a moment, nothing',
    'text',
    [new Map([['k', 2n ** 64n]]), new Date(0), undefined],
    ['{"k":"18446744073709551616"}', '1970-01-01T00:00:00.000Z', null],
  ],
  ['a lone half of a pair', 'text', ['\ud800'], ['\ufffd']],
];

const bytes = (written: Uint8Array) => written.slice().buffer;
const options = { useBigInt: true, useDate: true };
const arrowRows = (ipc: Uint8Array) => tableFromIPC(ipc, options).toArray() as Record<string, unknown>[];
const plain = (rows: Record<string, unknown>[]) => rows.map((row) => ({ ...row }));

/** Read by parquet-rs, which shares no code with the writer. */
const throughRust = (table: ExportTable) => plain(arrowRows(readParquet(parquet(table)).intoIPCStream()));
const throughHyparquet = (table: ExportTable) => parquetReadObjects({ file: bytes(parquet(table)) });
const throughArrow = (table: ExportTable) => plain(arrowRows(arrow(table)));

/** Dates come as milliseconds there. */
function throughApache(table: ExportTable) {
  const rows = readByApache(arrow(table)).toArray() as Iterable<[string, unknown]>[];
  return rows.map((row): Record<string, unknown> => {
    const found: Record<string, unknown> = Object.fromEntries(row);
    return typeof found['day'] === 'number' ? { ...found, day: new Date(found['day']) } : found;
  });
}

const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...NAUGHTY))
  .map((one) => one.toWellFormed());
const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const row = fc.record({
  t: fc.option(text),
  i: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  d: fc.option(fc.double()),
  b: fc.option(fc.boolean()),
  day: fc.option(day.map((date) => new Date(date.toISOString().slice(0, 10)))),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function tableOf(rows: readonly Row[]): ExportTable {
  return {
    ...KINDS,
    columns: [
      ...[rows.map(({ t }) => t), rows.map(({ i }) => i), rows.map(({ d }) => d), rows.map(({ b }) => b)],
      rows.map(({ day }) => day?.toISOString().slice(0, 10) ?? null),
    ],
  };
}

const READERS = {
  'Parquet, read by parquet-rs': throughRust,
  'Parquet, read by hyparquet': throughHyparquet,
  'Arrow, read by flechette': throughArrow,
  'Arrow, read by apache-arrow': throughApache,
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test('each type comes back, and NULL', async () => {
    expect(await read(KINDS)).toEqual(ROWS);
  });
  test('hostile texts and names of columns come back', async () => {
    const names = [...new Set(NAUGHTY.map((one) => one.toWellFormed()))].filter(
      (name) => name !== '' && name !== '__proto__',
    );
    const wide: ExportTable = { names, types: names.map(() => 'text'), columns: names.map((name) => [name]) };
    expect(await read(wide)).toEqual([Object.fromEntries(names.map((name) => [name, name]))]);
  });
  test('columns of one name stay apart', async () => {
    const twins: ExportTable = {
      names: ['a', 'a', ''],
      types: ['text', 'integer', 'text'],
      columns: [['x'], [1], ['y']],
    };
    expect(await read(twins)).toEqual([{ a: 'x', a_2: 1n, column: 'y' }]);
  });
  test.each(MISFITS)('%s are exact text', async (_, type, values, texts) => {
    const rows = await read({ names: ['c'], types: [type], columns: [values] });
    expect(rows).toEqual(texts.map((c) => ({ c })));
  });
  test('any rows come back', async () => {
    expect.hasAssertions();
    const comesBack = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      expect(await read(tableOf(rows))).toEqual(rows);
    });
    await fc.assert(comesBack, { numRuns: 40 });
  });
});

describe('CSV', () => {
  test('each type is written as a spreadsheet reads it', () => {
    expect(csv(KINDS)).toBe(
      't,i,d,b,day\r\n"a,""b""\n",1,0.5,true,2024-09-19\r\n,9007199254740993,Infinity,false,1969-12-31\r\n,,,,\r\n',
    );
  });
  test('hostile texts come back, with a mark before what looks like a formula', () => {
    const table: ExportTable = {
      names: ['i', 't'],
      types: ['integer', 'text'],
      columns: [NAUGHTY.map((_, i) => i), NAUGHTY],
    };
    const rows = parse<Record<string, string>>(csv(table), { columns: true, record_delimiter: '\r\n' });
    const told = NAUGHTY.map((one) => one.toWellFormed());
    expect(rows.map(({ t }) => t?.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(told);
    expect(rows.filter(({ t }) => /^(?:[=+@\t\r]|-(?!\d+(\.\d+)?$))/.test(t ?? ''))).toEqual([]);
  });
});

describe('JSON Lines', () => {
  test('a row is an object; what JSON cannot hold is text', () => {
    const rows = jsonLines(KINDS).trimEnd().split('\n');
    expect(rows.map((row): unknown => JSON.parse(row))).toEqual([
      { t: 'a,"b"\n', i: 1, d: 0.5, b: true, day: '2024-09-19' },
      { t: '', i: '9007199254740993', d: 'Infinity', b: false, day: '1969-12-31' },
      { t: null, i: null, d: null, b: null, day: null },
    ]);
  });
});

test('an SQL answer becomes a table with the types that it has', () => {
  const cells = [
    [1, 'x', '1.50', '2024-09-19'],
    [null, null, null, null],
  ];
  const table = exportTable({
    columns: [
      { name: 'n', type: 'BIGINT' },
      { name: 's', type: 'VARCHAR' },
      { name: 'm', type: 'DECIMAL' },
      { name: 'd', type: 'DATE' },
    ],
    rowCount: 2,
    cell: (row, column) => cells[row]?.[column],
  });
  expect(table).toEqual({
    names: ['n', 's', 'm', 'd'],
    types: ['integer', 'text', 'text', 'date'],
    columns: [
      [1, null],
      ['x', null],
      ['1.50', null],
      ['2024-09-19', null],
    ],
  });
});

test('the same rows give the same bytes, and no rows are a file too', () => {
  for (const write of [parquet, arrow]) {
    expect(Buffer.from(write(KINDS)).equals(write(KINDS))).toBe(true);
    expect(write({ names: ['a'], types: ['text'], columns: [[]] }).length).toBeGreaterThan(0);
  }
});

test('50,000 rows of CSV are all written', () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => row);
  const table: ExportTable = {
    names: ['id', 'title', 'year', 'date', 'score'],
    types: ['text', 'text', 'integer', 'date', 'double'],
    columns: [
      rows.map((row) => `arXiv:2409.${row}`),
      rows.map((row) => `A title with a comma, and a "quote" ${row}`),
      rows.map(() => 2024),
      rows.map(() => '2024-09-19'),
      rows.map((row) => row / 7),
    ],
  };
  const written = csv(table);
  expect(written.split('\r\n').length).toBe(50_002);
});
