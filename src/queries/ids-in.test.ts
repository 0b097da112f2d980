import { beforeAll, expect, test } from 'vitest';
import type { Cell, Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { idsIn } from './ids-in';

let connection: Connection;
beforeAll(async () => {
  connection = await openTablesInNode();
  await connection.query(`
    INSERT INTO works VALUES (1, 'arXiv:2409.12917', 'SCoRe', NULL, 2024, '2024', NULL, NULL, NULL, NULL, false, false, 'none', NULL),
                             (2, 'doi:10.1/x', NULL, NULL, 2023, '2023', NULL, NULL, NULL, NULL, false, true, 'none', NULL);
    INSERT INTO work_ids VALUES (0, 1, 'arxiv', '2409.12917', 'arXiv:2409.12917'), (1, 2, 'doi', '10.1/x', 'doi:10.1/x');
    INSERT INTO documents VALUES (1, 'a', NULL, 'collection', 1, 'ab', 'loaded', NULL);
    INSERT INTO theorems VALUES (7, 'lean:l/d', 'l', 'm', 'd', NULL, 'theorem', NULL, 'proved', NULL, NULL, false, 7, NULL, 1, 'line 5')`);
});

test.each<[string, string, readonly Cell[], readonly (readonly [Cell, string])[] | null]>([
  [
    'work numbers',
    'cited',
    [1, 2, null, 99],
    [
      [1, 'arXiv:2409.12917'],
      [2, 'doi:10.1/x'],
    ],
  ],
  ['theorem numbers', 'theorem_id', [7], [[7, 'lean:l/d']]],
  [
    'nodes',
    'node',
    [-7, 2],
    [
      [-7, 'lean:l/d'],
      [2, 'doi:10.1/x'],
    ],
  ],
  ['numbers of another column', 'year', [1, 2], null],
  ['numbers that are no ids', 'cited', [0.5, 2 ** 40], null],
  [
    'names of any spelling',
    'what',
    ['2409.12917', 'lean:l/d', null],
    [
      ['2409.12917', 'arXiv:2409.12917'],
      ['lean:l/d', 'lean:l/d'],
    ],
  ],
  ['mostly other texts', 'title', ['doi:10.1/x', 'b', 'c', 'd'], null],
  ['nothing', 'cited', [null], null],
  ['flags', 'is_stub', [true], null],
])('%s', async (_, name, values, expected) => {
  const found = await idsIn(connection, name, new Set(values));
  const sorted = found && [...found].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  expect(sorted).toEqual(expected && [...expected].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
});
