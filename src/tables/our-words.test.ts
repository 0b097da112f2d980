import { expect, test } from 'vitest';
import { openTablesInNode } from './node';
import { inOurWords } from './our-words';

const advice = (what: string, extension: string) =>
  `Catalog Error: ${what} is not in the catalog, but it exists in the ${extension} extension.

Please try installing and loading the ${extension} extension by running:
INSTALL ${extension};
LOAD ${extension};`;

test.each([
  [
    advice('Scalar Function with name "json_extract"', 'json'),
    '“json_extract” cannot be used here. JSON functions',
  ],
  [advice('Type with name "JSON"', 'json'), '“JSON” cannot be used here. JSON functions and types'],
  [advice('Scalar Function with name "stem"', 'fts'), 'Full-text search is not in this database'],
  [advice('Collation with name "de"', 'icu'), 'sorting by language (ICU)'],
  [advice('Table Function with name "parquet_scan"', 'parquet'), 'Parquet files can be neither read'],
  [advice('Table Function with name "sqlite_scan"', 'sqlite_scanner'), 'nothing can be added to it'],
  [
    "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'icu':\nLoading external extensions is disabled through configuration",
    'Time zones',
  ],
  [
    'Catalog Error: Copy Function with name "parquet" is not in the catalog, but it exists in the parquet extension.',
    'Parquet',
  ],
  [
    'Permission Error: Cannot access file "a.csv" - file system operations are disabled by configuration',
    'no file',
  ],
  [
    'Out of Memory Error: failed to allocate data of size 1.0 MiB (3.1 GiB/3.1 GiB used)\nSET threads=X',
    'more memory',
  ],
  ['Invalid Input Error: Cannot prepare multiple statements at once!', 'One statement at a time'],
])('%s', (message, words) => {
  const failure = inOurWords(message, 'SELECT 1');
  expect(failure.message).toContain(words);
  expect(failure.message).not.toMatch(/INSTALL|LOAD |extension/i);
  expect(failure.at).toBeNull();
});

const cut = `${'x, '.repeat(60)}wrks, ${'y, '.repeat(60)}`;

test.each([
  ['SELECT 1\nFROM wrks', 'Catalog Error: no wrks\n\nLINE 2: FROM wrks\n             ^', 'wrks'],
  ["SELECT 'é', wrks", "Binder Error: no\n\nLINE 1: SELECT 'é', wrks\n                    ^", 'wrks'],
  ['SELEC 1', 'Parser Error: no\n\nLINE 1: SELEC 1\n        ^\n\nLINE 1: SELEC 1\n        ^', 'SELEC'],
  [
    cut,
    `Binder Error: no\n\nLINE 1: ...${cut.slice(150, 230)}...\n${' '.repeat(8 + 3 + cut.indexOf('wrks') - 150)}^`,
    'wrks',
  ],
])('%s: the place is found in the text', (sql, message, word) => {
  const failure = inOurWords(message, sql);
  expect(failure.at).toBe(sql.indexOf(word));
  expect(failure.message).not.toContain('LINE');
});

test('the place that the database itself points to is found', async () => {
  const connection = await openTablesInNode();
  const texts = ['日本', '🙂🙂', 'é', 'e\u0301', '한국', '\t', 'ａ', 'x'.repeat(300), '日'.repeat(90)];
  for (const text of texts) {
    const sql = `SELECT 1,\n '${text}', wrks, '${text}' FROM works`;
    const message = await Promise.resolve(sql)
      .then((text) => connection.query(text))
      .then(String, String);
    expect([text.slice(0, 5), inOurWords(message, sql).at]).toEqual([text.slice(0, 5), sql.indexOf('wrks')]);
  }
});
