import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { crossFilter } from '../graph';
import { Desk } from '../intake';
import { LAYOUTS } from '../layout';
import {
  DEFAULT_VIEW,
  NO_FILTERS,
  readLink,
  writeLink,
  NO_DOCUMENTS,
  type LayoutName,
  type View,
} from '../model';
import { readClaimPlaces, readEvidence, resolveClaims } from '../queries';
import { buildScene } from '../scene';
import { loadTables, type Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { withPublicIds } from './names';
import { PictureMaker } from './picture-maker';

const PAPER = 'doi:10.5555/made-up.0';
const BOUND = 'lean:made-up/MadeUp.bound';
const HOME: View = { ...DEFAULT_VIEW, focus: PAPER };
const UNFOLDED: View = { ...HOME, unfolded: [PAPER] };

let connection: Connection;
beforeAll(async () => {
  connection = await openTablesInNode();
  const sources = ['made-up.graph.json', 'made-up.jsonl'].map((name) => ({
    ...{ kind: 'file' as const, name },
    blob: new Blob([readFileSync(`tests/claims/${name}`)]),
  }));
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await loadTables(connection, (onBatch) => new Desk().open(sources, { ...options, onBatch }));
});

async function shown(view: View) {
  const arrange = (layout: LayoutName, input: Parameters<(typeof LAYOUTS)['force']>[0]) =>
    Promise.resolve(LAYOUTS[layout](input));
  const { picture, graph } = await new PictureMaker({ connection, arrange }).make(view);
  const named = withPublicIds(view, picture.names);
  const frame = { width: 1000, height: 700 };
  const scene = buildScene({ graph, positions: picture.positions, view: named, frame });
  return { picture, graph, scene, named };
}

test('a paper unfolds into its claims, each joined to it by a line that is no evidence', async () => {
  const { scene } = await shown(UNFOLDED);
  const claims = scene.nodes.filter(({ kind }) => kind === 'claim');
  expect(claims.map(({ id }) => id)).toEqual([`${PAPER}#C1`, `${PAPER}#C2`, `${PAPER}#C3`]);
  expect(claims[0]?.title).toBe(
    'Every made-up bound holds with the constant $2$. (2022), strongest claim, machine-extracted, unclaimed',
  );
  expect(claims[0]?.label).toBe('C1: Every made-up bound holds with the constant 2.');
  const joins = scene.lines.filter(({ kind }) => kind === 'claim');
  expect(joins.map(({ to, end }) => [to, end])).toEqual(claims.map(() => [PAPER, 'none']));
  const folded = (await shown(HOME)).scene;
  expect(folded.nodes.filter(({ kind }) => kind === 'claim')).toEqual([]);
  const counts = (caption: readonly string[]) =>
    caption[1]?.replace('3 claims, ', '').replace('4 theorem ties', '3 theorem ties');
  expect(counts(scene.caption)).toBe(folded.caption[1]);
  expect(scene.caption[1]).toContain('3 claims');
});

test('evidence that names a claim ends on it; what names none, or none that is known, stays with the paper', async () => {
  const ties = (scene: Awaited<ReturnType<typeof shown>>['scene']) =>
    scene.lines.filter(({ kind }) => kind === 'formal').map(({ id, evidence }) => [id, evidence]);
  expect(ties((await shown(UNFOLDED)).scene)).toEqual([
    [`${PAPER} → ${BOUND}`, 1],
    [`${PAPER} → lean:made-up/MadeUp.lemma`, 1],
    [`${PAPER}#C1 → ${BOUND}`, 2],
    [`${PAPER}#C2 → lean:made-up/MadeUp.independence`, 1],
  ]);
  expect(ties((await shown(HOME)).scene)).toEqual([
    [`${PAPER} → ${BOUND}`, 3],
    [`${PAPER} → lean:made-up/MadeUp.independence`, 1],
    [`${PAPER} → lean:made-up/MadeUp.lemma`, 1],
  ]);
});

test('a tie says its relation, or that its evidence says several or none', async () => {
  const relations = ({ lines }: Awaited<ReturnType<typeof shown>>['scene']) =>
    Object.fromEntries(
      lines.filter(({ kind }) => kind === 'formal').map(({ id, relation }) => [id, relation]),
    );
  const { scene } = await shown(UNFOLDED);
  expect(relations(scene)[`${PAPER}#C1 → ${BOUND}`]).toBe('formalises');
  expect(relations((await shown(HOME)).scene)[`${PAPER} → ${BOUND}`]).toBe('several');
  const off = { ...NO_FILTERS, off: ['line:tie_formalises'] };
  expect(relations((await shown({ ...UNFOLDED, filters: off })).scene)).not.toHaveProperty([
    `${PAPER}#C1 → ${BOUND}`,
  ]);
});

test('a line of a claim has the evidence that names it, its paper the rest', async () => {
  const claim = (await resolveClaims(connection, [`${PAPER}#C1`])).get(`${PAPER}#C1`);
  expect(claim).toMatchObject({ claimId: 'C1', id: `${PAPER}#C1` });
  const paper = claim?.node ?? 0;
  const theorem = (await shown(HOME)).graph.getNodeAttribute(BOUND, 'node');
  const relations = async (of?: Parameters<typeof readEvidence>[3]) =>
    (await readEvidence(connection, paper, theorem, of)).map(({ relationship }) => relationship);
  expect(await relations()).toHaveLength(3);
  expect(await relations({ claimId: 'C1', isUnfolded: true })).toEqual(['formalises', 'formalises']);
  expect(await relations({ claimId: null, isUnfolded: true })).toEqual(['mentions']);
  expect(await readClaimPlaces(connection, paper, 'C2')).toMatchObject([{ pointer: '/claims/items/1' }]);
});

test.each(Object.keys(LAYOUTS) as LayoutName[])(
  '%s: claims stand by their paper, and nothing moves for them',
  async (layout) => {
    const { positions } = (await shown({ ...UNFOLDED, layout })).picture;
    const before = (await shown({ ...HOME, layout })).picture.positions;
    const kept = before.id.length;
    expect([positions.id, positions.x, positions.y].map((column) => column.slice(0, kept))).toEqual([
      before.id,
      before.x,
      before.y,
    ]);
    const at = positions.id.indexOf(PAPER);
    const away = [0, 1, 2].map((claim) =>
      Math.hypot(
        (positions.x[kept + claim] ?? 0) - (positions.x[at] ?? 0),
        (positions.y[kept + claim] ?? 0) - (positions.y[at] ?? 0),
      ),
    );
    expect(Math.max(...away)).toBeLessThan(75);
    expect(Math.min(...away)).toBeGreaterThan(18);
  },
);

test('a line has the relationship of its evidence, or several; unknown words are plain citations', async () => {
  const { scene } = await shown({ ...HOME, depth: 2 });
  const kinds = Object.fromEntries(
    scene.lines.map(({ id, kind }) => [id.replaceAll('doi:10.5555/made-up.', ''), kind]),
  );
  expect(kinds).toMatchObject({
    ...{
      '0 → 1': 'uses_method',
      '0 → 2': 'replaces',
      '3 → 0': 'supports',
      '4 → 0': 'refutes',
      '5 → 0': 'extends',
    },
    ...{ '6 → 0': 'depends_on', '7 → 0': 'replaces', '8 → 0': 'compares', '9 → 0': 'several' },
    ...{ '8 → 1': 'cites', '8 → 2': 'cites', '7 → 2': 'cites', '5 → 3': 'cites' },
  });
  const looks = scene.legend
    .filter(({ key }) => /^line:(?!formal|uses$|claim)/.test(key))
    .map(({ mark }) => `${mark.line} ${mark.end ?? 'arrow'}`);
  // Nine of citations, three of ties.
  expect(looks).toHaveLength(12);
  expect(new Set(looks).size).toBe(12);
});

test('a relationship is switched off with what only it holds, and its legend entry stays', async () => {
  const filters = { ...NO_FILTERS, off: ['line:refutes'] };
  const { scene } = await shown({ ...UNFOLDED, filters });
  expect(scene.lines.some(({ kind }) => kind === 'refutes')).toBe(false);
  expect(scene.nodes.some(({ id }) => id === 'doi:10.5555/made-up.4')).toBe(false);
  expect(scene.nodes.some(({ id }) => id === 'doi:10.5555/made-up.9')).toBe(true);
  expect(scene.legend.find(({ key }) => key === 'line:refutes')).toMatchObject({ count: 1, isOn: false });
});

test('filters neither count claims nor tell their ties from those of the paper', async () => {
  const [open, closed] = [await shown(UNFOLDED), await shown(HOME)];
  const told = ({ graph, named }: typeof open) => {
    const cross = crossFilter(graph, named);
    return { total: cross.total, kinds: cross.countValues('kind'), degrees: cross.countDegrees() };
  };
  expect(told(open)).toEqual(told(closed));
  const core = await shown({ ...UNFOLDED, filters: { ...NO_FILTERS, core: 2, largest: true } });
  expect(core.scene.nodes.some(({ id }) => id === BOUND)).toBe(true);
  expect(core.scene.nodes.filter(({ kind }) => kind === 'claim')).toHaveLength(3);
  const papers = await shown({ ...UNFOLDED, filters: { ...NO_FILTERS, off: ['kind:claim'] }, hidden: [] });
  expect(papers.scene.nodes.some(({ kind }) => kind === 'claim')).toBe(false);
});

test('what is unfolded, and a claim that is hidden, come back with a link', async () => {
  const view: View = { ...UNFOLDED, hidden: [`${PAPER}#C2`] };
  const read = readLink(writeLink({ view, documents: NO_DOCUMENTS }))?.view ?? HOME;
  expect(read).toEqual(view);
  const { scene } = await shown(read);
  expect(scene.nodes.filter(({ kind }) => kind === 'claim').map(({ label }) => label.slice(0, 2))).toEqual([
    'C1',
    'C3',
  ]);
});
