import { describe, expect, it, test } from 'vitest';
import { readOne } from './vectors/read';

const node = (id: string, more: object = {}) => ({ id, kind: 'theorem', lean: [], ...more });
const blueprint = (nodes: object[], more: object = {}) => ({
  repo: 'group/project',
  commit: 'abc',
  nodes,
  edges: [],
  ...more,
});

test('a node says what it is, where it stands and which declarations it means', async () => {
  const document = await readOne(
    blueprint(
      [
        node('thm:a', {
          title: 'A',
          lean: [' A.a ', 'A.a', 'A.b', ''],
          file: 'src/a b.tex',
          line: 3,
          statement: 's',
        }),
      ],
      { licence: 'MIT' },
    ),
  );
  expect([document.kind, document.problems]).toEqual(['blueprint', []]);
  expect(document.facts.libraries).toEqual([
    { library: 'project', repository: 'group/project', revision: 'abc', licence: 'MIT', pointer: '' },
  ]);
  expect(document.facts.theorems).toEqual([
    expect.objectContaining({
      id: 'blueprint:project/thm:a',
      aliases: ['blueprint:group/project/thm:a'],
      lean: ['lean:project/A.a', 'lean:project/A.b'],
      library: 'project',
      module: 'src/a b.tex',
      declaration: 'thm:a',
      title: 'A',
      statement: 's',
      url: 'https://github.com/group/project/blob/abc/src/a%20b.tex#L3',
      pointer: '/nodes/0',
    }),
  ]);
});

describe('the stage of a node', () => {
  it.each([
    [{ statement_leanok: false, mathlibok: true }, 'proved', null],
    [{ statement_leanok: true, proof_leanok: true }, 'proved', null],
    [{ statement_leanok: true, proof_leanok: false }, 'formalised', null],
    [{ statement_leanok: true, kind: 'Definition' }, 'proved', null],
    [{ statement_leanok: false }, 'stated', null],
    [{ has_sorry: null }, null, null],
    [{ has_sorry: true }, 'formalised', true],
    [{ has_sorry: false }, 'proved', false],
    [{}, null, null],
  ])('%j', async (said, stage, sorry) => {
    const { facts } = await readOne(blueprint([node('a', said)]));
    expect([facts.theorems[0]?.stage, facts.theorems[0]?.sorry]).toEqual([stage, sorry]);
  });
});

test('a line says what uses what; lines to nodes that are missing are counted', async () => {
  const edges = [
    { source: 'a', target: 'b', kind: 'proof' },
    { source: 'a', target: 'b', kind: 'proof' },
    { source: 'b', target: 'a', kind: 'reference' },
    { source: 'a', target: 'gone', kind: 'statement' },
    { source: 'gone', target: 'a', kind: 'statement' },
    { source: 'a' },
  ];
  const { facts, problems } = await readOne(blueprint([node('a'), node('b'), node('a')], { edges }));
  const [a, b] = ['blueprint:project/a', 'blueprint:project/b'];
  expect(facts.theorems).toHaveLength(2);
  expect(facts.theoremUses).toEqual([
    { theorem: a, uses: b, site: 'proof', pointer: '/edges/0' },
    { theorem: a, uses: b, site: 'proof', pointer: '/edges/1' },
    { theorem: b, uses: a, site: 'unknown', pointer: '/edges/2' },
  ]);
  expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/nodes/2', 'Another node has the id "a" too; it was left out.'],
    ['/edges/5', 'This line does not name both its ends; it was left out.'],
    ['/edges/3', 'The blueprint has no node "gone"; 2 lines to or from it were left out.'],
  ]);
});

test('works are those that are cited, each under one name', async () => {
  const entry = (key: string, more: object) => ({
    key,
    title: 'T',
    author: 'A and B',
    year: '1987',
    ...more,
  });
  const bibliography = [
    entry('both', { arxiv_id: '2409.12917', doi: '10.1000/x', title: "Repr\\' {e}sentations   of {G}~" }),
    entry('doi', { doi: '10.1000/X' }),
    entry('none', { year: 'about 1990' }),
    entry('uncited', {}),
  ];
  const cites = ['both', 'doi', 'none', 'unknown', 'unknown', 3];
  const { facts, problems } = await readOne(blueprint([node('a', { cites })], { bibliography }));
  expect(facts.works.map(({ names, title, year, source }) => [names, title, year, source])).toEqual([
    [['arXiv:2409.12917'], 'Repr\u00e9sentations of G', 1987, 'bibliography'],
    [['doi:10.1000/x'], 'T', 1987, 'bibliography'],
    [['local:project/none'], 'T', 1990, 'bibliography'],
  ]);
  expect(facts.theoremLinks).toHaveLength(3);
  expect(facts.theoremLinks[0]).toEqual({
    work: 'arXiv:2409.12917',
    theorem: 'blueprint:project/a',
    claimId: null,
    relation: 'mentioned',
    scope: 'theorem',
    source: 'cited in the blueprint of project as [both]',
    pointer: '/nodes/0/cites/0',
  });
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'note',
      message: 'The bibliography has no entry "unknown"; citations of it were left out.',
    }),
  ]);
});

test('a blueprint without a repository is called after its file; other graphs are none', async () => {
  const bare = await readOne({ nodes: [node('a')], edges: [] }, 'folder/flt.json');
  expect(bare.facts.theorems[0]).toMatchObject({ id: 'blueprint:flt/a', aliases: [], url: null });
  expect((await readOne({ nodes: [{ id: 'a' }], edges: [] })).kind).toBe('unknown');
});
