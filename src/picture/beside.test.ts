import { beforeAll, expect, test } from 'vitest';
import { LAYOUTS } from '../layout';
import { DEFAULT_VIEW, type View } from '../model';
import type { Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { besideOf } from './beside';
import { PictureMaker } from './picture-maker';
import { ViewRows } from './view-rows';

interface GivenWork {
  readonly id: string;
  readonly also?: readonly string[];
  readonly cites?: readonly string[];
}

/** Numbers of rows go by the order that works are given in. */
async function tablesOf(works: readonly GivenWork[]): Promise<Connection> {
  const connection = await openTablesInNode();
  const numberOf = (id: string) => works.findIndex((work) => work.id === id) + 1;
  await connection.query(`INSERT INTO documents VALUES (1, 'a', NULL, 'collection', 1, 'h', 'loaded', NULL)`);
  for (const { id, also = [], cites = [] } of works) {
    const number = numberOf(id);
    await connection.query(
      `INSERT INTO works VALUES (?1, ?2, ?2, NULL, 2024, '2024', NULL, NULL, NULL, NULL, false, false, 'none', NULL)`,
      [number, id],
    );
    for (const alias of [id, ...also])
      await connection.query(`INSERT INTO work_ids VALUES (?1, ?1, 'arxiv', ?2, ?2)`, [number, alias]);
    for (const cited of cites)
      await connection.query(
        `INSERT INTO citations VALUES (?1, ?2, 0, 0, 1, '', NULL, NULL, NULL, NULL, NULL, NULL)`,
        [number, numberOf(cited)],
      );
  }
  return connection;
}

/** Now `a` has a better name, `old` is gone, `new` has come, and `far` is no neighbour any more. */
const THEN: readonly GivenWork[] = [
  { id: 'arXiv:far', cites: ['arXiv:old'] },
  { id: 'arXiv:old', cites: ['doi:a'] },
  { id: 'doi:a', cites: ['arXiv:ref', 'arXiv:far'] },
  { id: 'arXiv:ref' },
];
const NOW: readonly GivenWork[] = [
  { id: 'arXiv:ref' },
  { id: 'arXiv:a', also: ['doi:a'], cites: ['arXiv:ref'] },
  { id: 'arXiv:new', cites: ['arXiv:a', 'arXiv:far'] },
  { id: 'arXiv:far' },
];

let connection: Connection;
let earlier: Connection;
beforeAll(async () => {
  connection = await tablesOf(NOW);
  earlier = await tablesOf(THEN);
});

async function pictured(view: Partial<View>) {
  const pictures = new PictureMaker({
    connection,
    arrange: (layout, input) => Promise.resolve(LAYOUTS[layout](input)),
    beside: besideOf(new ViewRows(earlier), { 'doi:a': 'arXiv:a' }),
  });
  return pictures.make({ ...DEFAULT_VIEW, ...view });
}

const linesOf = ({ graph }: Awaited<ReturnType<typeof pictured>>) =>
  graph.mapEdges((_, __, from, to) => `${from} → ${to}`).sort();

test('nodes and lines of both are in one picture, each work once, with all lines of either among them', async () => {
  const shown = await pictured({ focus: 'doi:a', depth: 1 });
  const ids = ['arXiv:a', 'arXiv:far', 'arXiv:new', 'arXiv:old', 'arXiv:ref'];
  expect([...shown.graph.nodes()].sort()).toEqual(ids);
  expect([...shown.picture.positions.id].sort()).toEqual(ids);
  expect(linesOf(shown)).toEqual([
    ...['arXiv:a → arXiv:far', 'arXiv:a → arXiv:ref', 'arXiv:far → arXiv:old'],
    ...['arXiv:new → arXiv:a', 'arXiv:new → arXiv:far', 'arXiv:old → arXiv:a'],
  ]);
  expect(new Set(shown.graph.mapNodes((_, { node }) => node)).size).toBe(ids.length);
  expect(shown.graph.getNodeAttribute('arXiv:far', 'hops')).toBe(1);
  expect(shown.picture.names['doi:a']).toBe('arXiv:a');
});

test('what is gone can be the focus, and what neither has is not found', async () => {
  const shown = await pictured({ focus: 'arXiv:old', depth: 1 });
  expect(shown.graph.hasNode('arXiv:old')).toBe(true);
  expect(linesOf(shown)).toContain('arXiv:old → arXiv:a');
  await expect(pictured({ focus: 'arXiv:nowhere' })).rejects.toMatchObject({ kind: 'not-found' });
});
