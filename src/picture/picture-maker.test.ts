import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Desk, type Source } from '../intake';
import { MANY_NODES } from '../graph';
import { LAYOUTS } from '../layout';
import { DEFAULT_VIEW, Failure, type View } from '../model';
import { readChecks, readPaper, resolveNode, search } from '../queries';
import { buildScene } from '../scene';
import { loadTables, type Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { withPublicIds } from './names';
import { PictureMaker, type Arrange, type PictureSource } from './picture-maker';
import { SAMPLES } from './samples';

type FileSource = Extract<Source, { kind: 'file' }>;

const frame = { width: 1000, height: 700 };
const arrange: Arrange = (layout, input) => Promise.resolve(LAYOUTS[layout](input));

/** Loads documents into a fresh database, each group as one call of `open`. */
async function loaded(groups: readonly (readonly string[])[]): Promise<Connection> {
  const connection = await openTablesInNode();
  const desk = new Desk();
  for (const group of groups) {
    const sources = group.map((path) => file(basename(path), readFileSync(join('static', path))));
    await load(connection, desk, sources);
  }
  return connection;
}

function file(name: string, content: BlobPart): FileSource {
  return { kind: 'file', name, blob: new Blob([content]) };
}

async function load(connection: Connection, desk: Desk, sources: readonly FileSource[]): Promise<void> {
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await loadTables(connection, (onBatch) => desk.open(sources, { ...options, onBatch }));
}

async function sceneOf(connection: Connection, view: View) {
  const { picture, graph } = await new PictureMaker({ connection, arrange }).make(view);
  const scene = buildScene({
    graph,
    positions: picture.positions,
    view: withPublicIds(view, picture.names),
    frame,
  });
  return { picture, scene };
}

const [score, formal] = SAMPLES;
const SCORE: View = score.view;

describe('the SCoRe sample', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await loaded([score.documents]);
  });

  test.each([
    ['references', 1, 44, 60],
    ['citing', 1, 6, 8],
    ['both', 1, 49, 99],
    ['both', 2, 473, 1704],
  ] as const)('%s, %i steps: %i nodes and %i lines', async (direction, depth, nodes, lines) => {
    const { scene } = await sceneOf(connection, { ...SCORE, direction, depth });
    expect(scene.nodes).toHaveLength(nodes);
    expect(scene.lines).toHaveLength(lines);
  });

  test('says how many nodes one step more would add', async () => {
    const maker = new PictureMaker({ connection, arrange });
    expect(await maker.countNext(SCORE)).toBe(473 - 49);
    expect(await maker.countNext({ ...SCORE, depth: 3 })).toBeNull();
  });

  test('SCoRe is sound, and nothing in the sample is broken', async () => {
    const node = (await resolveNode(connection, 'arXiv:2409.12917')) ?? 0;
    const checks = await readChecks(connection, node);
    expect(checks.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(checks.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check)).toEqual(
      expect.arrayContaining(['canonical-hash', 'number', 'title']),
    );
    const broken = await connection.query(`SELECT count(*)::INTEGER AS n FROM works WHERE trust = 'broken'`);
    expect(broken.numbers('n')).toEqual([0]);
  });

  test('is found by any of its names', async () => {
    const node = await resolveNode(connection, 'arXiv:2409.12917');
    for (const name of [
      '2409.12917v2',
      'pith:OQMAWUXN',
      'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
      '10.48550/arXiv.2409.12917',
    ]) {
      expect(await resolveNode(connection, name)).toBe(node);
    }
    expect((await search(connection, 'self-correct reinforcement'))[0]?.id).toBe('arXiv:2409.12917');
    expect((await search(connection, 'kumar 2409.12917'))[0]?.id).toBe('arXiv:2409.12917');
  });

  test('lists the blog post without any id and counts apart what Pith states', async () => {
    const paper = await readPaper(connection, (await resolveNode(connection, 'arXiv:2409.12917')) ?? 0);
    expect(paper?.references.filter(({ id }) => id !== null)).toHaveLength(43);
    expect(paper?.references.filter(({ id }) => id === null).map(({ title }) => title)).toEqual([
      expect.stringContaining('Selfee'),
    ]);
    expect(paper?.records[0]).toMatchObject({
      statedReferences: 282,
      statedAnchors: 63,
      statedFormal: 3,
      trust: 'sound',
    });
    expect(paper?.citing).toHaveLength(5);
  });

  test('says that it is a reconstruction, and holds no event with a signer', async () => {
    const notes = await connection.query(`SELECT note FROM documents WHERE kind = 'bundle'`);
    expect(notes.texts('note').every((note) => note.includes('reconstruction'))).toBe(true);
    const signed = await connection.query(
      'SELECT count(signer)::INTEGER AS n, count(event_id)::INTEGER AS m FROM events',
    );
    expect([signed.numbers('n'), signed.numbers('m')]).toEqual([[0], [0]]);
  });

  test(
    'the same documents in another order, and twice, give the same positions bit for bit',
    { timeout: 60_000 },
    async () => {
      const [first, second, third] = score.documents;
      const other = await loaded([[third ?? '', first ?? ''], [second ?? ''], score.documents]);
      for (const layout of ['timeline', 'force', 'rings', 'layers'] as const) {
        const view: View = { ...SCORE, depth: 2, layout };
        const [a, b] = [await sceneOf(connection, view), await sceneOf(other, view)];
        expect(JSON.stringify(b.picture.positions)).toBe(JSON.stringify(a.picture.positions));
        expect(b.scene).toEqual(a.scene);
      }
    },
  );

  test('a View that was shown before asks the tables nothing, nor does one that only looks different', async () => {
    const asked: string[] = [];
    const counting: Connection = {
      ...connection,
      query: (sql, parameters) => {
        asked.push(sql);
        return connection.query(sql, parameters);
      },
    };
    const maker = new PictureMaker({ connection: counting, arrange });
    const first = await maker.make(SCORE);
    const hidden = first.graph.nodes().slice(1, 3);
    await maker.make({ ...SCORE, expanded: hidden });
    const before = asked.length;
    expect((await maker.make(SCORE)).picture).toEqual(first.picture);
    const other = await maker.make({ ...SCORE, hidden, colourBy: 'year', layout: 'rings' });
    expect(other.graph).toBe(first.graph);
    expect(asked.length).toBe(before);
  });

  test('a picture made after others equals one made alone', async () => {
    const maker = new PictureMaker({ connection, arrange });
    await maker.make(SCORE);
    const view: View = { ...SCORE, expanded: ['arXiv:2303.11366'], layout: 'rings' };
    const alone = await new PictureMaker({ connection, arrange }).make(view);
    expect((await maker.make(view)).picture).toEqual(alone.picture);
  });

  test('expanding adds a node’s neighbours, hiding takes only itself, and the rest stays in place', async () => {
    const before = await sceneOf(connection, SCORE);
    const expanded = await sceneOf(connection, { ...SCORE, expanded: ['arXiv:2303.11366'] });
    expect(expanded.scene.nodes.length).toBeGreaterThan(before.scene.nodes.length);
    const hidden = await sceneOf(connection, { ...SCORE, hidden: ['arXiv:2303.11366v3'] });
    const rest = before.scene.nodes.filter(({ id }) => id !== 'arXiv:2303.11366');
    expect(hidden.scene.nodes.map(({ id, x, y }) => [id, x, y])).toEqual(
      rest.map(({ id, x, y }) => [id, x, y]),
    );
  });

  test('every node is inside the frame on a desktop and on a phone', async () => {
    const { picture, graph } = await new PictureMaker({ connection, arrange }).make(SCORE);
    for (const size of [
      { width: 820, height: 640 },
      { width: 390, height: 520 },
    ]) {
      const { bounds } = buildScene({
        graph,
        positions: picture.positions,
        view: SCORE,
        frame: size,
      });
      expect(
        bounds.left >= 0 && bounds.top >= 0 && bounds.right <= size.width && bounds.bottom <= size.height,
      ).toBe(true);
    }
  });
});

test('the formal sample has 120 papers, weak and plain ties, and says what holds a sorry', async () => {
  const connection = await loaded([formal?.documents ?? []]);
  const ask = async (sql: string) => (await connection.query(sql)).numbers('n')[0];
  expect(await ask('SELECT count(*)::INTEGER AS n FROM works WHERE NOT is_stub')).toBe(120);
  expect(await ask(`SELECT count(*)::INTEGER AS n FROM theorem_links WHERE scope = 'file'`)).toBe(779);
  expect(await ask(`SELECT count(*)::INTEGER AS n FROM theorem_links WHERE scope = 'theorem'`)).toBe(39);
  const { scene } = await sceneOf(connection, formal?.view ?? DEFAULT_VIEW);
  expect(scene.nodes.some(({ kind, title }) => kind === 'theorem' && title.includes('sorry'))).toBe(true);
  expect(new Set(scene.lines.map(({ style }) => style))).toContain('double-weak');
});

test('a large picture is drawn without the clusters that could not be found; where they are asked for, it is said', async () => {
  const connection = await openTablesInNode();
  const arxiv = (at: number) => `1501.${String(at).padStart(5, '0')}`;
  const lines = Array.from({ length: MANY_NODES }, (_, at) => `${arxiv(at + 1)},${arxiv(0)}`);
  await load(connection, new Desk(), [file('citations.csv', ['citing,cited', ...lines].join('\n'))]);
  const failure = () => Promise.reject(new Failure('unreadable', 'No clusters today.'));
  let cluster: NonNullable<PictureSource['cluster']> = failure;
  const maker = new PictureMaker({ connection, arrange, cluster: (rows) => cluster(rows) });
  const view: View = { ...DEFAULT_VIEW, focus: `arxiv:${arxiv(0)}`, direction: 'citing', layout: 'rings' };
  const { picture, graph } = await maker.make(view);
  expect(graph.order).toBe(MANY_NODES + 1);
  expect(picture.clusters).toBeUndefined();
  await expect(maker.make(view, { particulars: false, clusters: true })).rejects.toThrow(
    'No clusters today.',
  );
  cluster = (rows) => Promise.resolve(rows.nodes.node.map(() => 'one'));
  expect((await maker.make(view)).picture.clusters).toHaveLength(MANY_NODES + 1);
});
