import { beforeAll, expect, test } from 'vitest';
import type { Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { readHeldWorks } from '.';

let connection: Connection;
beforeAll(async () => {
  connection = await openTablesInNode();
  await connection.query(`
    INSERT INTO works VALUES (1, 'arXiv:1706.03762', 'Attention Is All You Need', NULL, 2017, NULL, NULL, NULL, NULL, NULL, false, false, 'none', NULL),
                             (2, 'local:refs/erdos', 'Sur l’équation diophantienne', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, 'none', NULL),
                             (3, 'local:refs/intro', 'Introduction', NULL, 1990, NULL, NULL, NULL, NULL, NULL, false, false, 'none', NULL);
    INSERT INTO work_ids VALUES (0, 1, 'arxiv', '1706.03762', 'arXiv:1706.03762'), (1, 1, 'doi', '10.1/x', 'doi:10.1/x')`);
});

const work = (name: string, title: string | null = null, year: number | null = null) => ({
  names: [name],
  title,
  year,
});

test.each([
  ['a name of it', work('doi:10.1/x', 'Another title', 1900), { same: 'arXiv:1706.03762' }],
  [
    'its title, otherwise spelled',
    work('local:a/b', 'ATTENTION is all… you need?', 2018),
    { alike: 'arXiv:1706.03762' },
  ],
  ['its title without a year', work('local:a/b', 'Attention is all you need'), { alike: 'arXiv:1706.03762' }],
  ['its title of other years', work('local:a/b', 'Attention is all you need', 2020), {}],
  [
    'a title with accents left out',
    work('local:a/b', "Sur l'equation diophantienne", 1950),
    { alike: 'local:refs/erdos' },
  ],
  ['a short title', work('local:a/b', 'Introduction', 1990), {}],
  ['a title that is SQL', work("local:a/'; DROP TABLE works; --", "x'); DROP TABLE works; --", 2000), {}],
  [
    'halves of pairs and separators',
    work('local:a/\ud800', '\udc00 a\u001fb and all that follows', 2000),
    {},
  ],
])('a work to be added with %s', async (_, asked, expected) => {
  const { same, alike } = await readHeldWorks(connection, [work('doi:10.1/none'), asked]);
  expect({ same: same.get(1), alike: alike.get(1) }).toEqual({
    same: undefined,
    alike: undefined,
    ...expected,
  });
});

test('a list of many thousands is asked about in parts', async () => {
  const many = Array.from({ length: 30_000 }, (_, at) =>
    work(`doi:10.1234/${at}`, `A work of a long list, number ${at}`),
  );
  const last = work('local:a/last', 'Attention is all you need', 2017);
  const { same, alike } = await readHeldWorks(connection, [...many, work('doi:10.1/x'), last]);
  expect([...same]).toEqual([[30_000, 'arXiv:1706.03762']]);
  expect([...alike]).toEqual([[30_001, 'arXiv:1706.03762']]);
});

test('nothing to ask is no question', async () => {
  expect((await readHeldWorks(connection, [])).same.size).toBe(0);
});
