import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Connection, Parameter } from '../tables';
import { openTablesInNode } from '../tables/node';
import { writtenOut } from './written-out';

let connection: Connection;
beforeAll(async () => {
  connection = await openTablesInNode();
});

test.each<[string, readonly Parameter[], string]>([
  ['SELECT ?1, ?2, ?1', ['a', 2], "SELECT 'a', 2, 'a'"],
  ['SELECT ?, ?', [null, true], 'SELECT NULL, true'],
  ['SELECT \'?1\', "?1", ?1 -- ?1\n/* ?1 */', [-1], 'SELECT \'?1\', "?1", (-1) -- ?1\n/* ?1 */'],
  ['SELECT -?1', [-1], 'SELECT -(-1)'],
  ['SELECT ?1', ["'; DROP TABLE works; --"], "SELECT '''; DROP TABLE works; --'"],
  ['SELECT ?1, ?2', ['?2', '$&'], "SELECT '?2', '$&'"],
])('%s with %j', (sql, parameters, expected) => {
  expect(writtenOut(sql, parameters)).toBe(expected);
});

test('any text is the same written out as it is bound', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom("'", '"', '\\', '\0', '\n', '-', '/', '*', '?', '1', '$', ';', '\ud800'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const bound = await connection.query('SELECT ?1::VARCHAR AS value', [value]);
      const written = await connection.query(writtenOut('SELECT ?1::VARCHAR AS value', [value]));
      expect(written.texts('value')).toEqual(bound.texts('value'));
    }),
    { numRuns: 300 },
  );
});
