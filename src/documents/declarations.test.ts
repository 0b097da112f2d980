import { describe, expect, it, test } from 'vitest';
import { NOTHING_SAID } from './theorems';
import { file, readAll, readOne } from './vectors/read';
import { linesOf } from './vectors/score';

const stated = (name: string, line: number, more: object = {}) => ({
  ...{ name, kind: 'theorem', file: 'FC/Sub/A.lean', line, sorry: true },
  ...{ category: 'research open', ams: [11], title: 'T', doc: 'D' },
  ...more,
});

describe('declarations with their files', () => {
  test('are known by file, and told apart by module and line where names repeat', async () => {
    const rows = [
      stated('FC.a', 9),
      stated('FC.a', 3),
      stated('FC.a', 1, { file: 'FC/B.lean', sorry: false, category: 'test' }),
    ];
    const { kind, facts, problems } = await readOne(linesOf(rows), 'theorems.jsonl');
    expect([kind, problems]).toEqual(['declarations', []]);
    expect(facts.theorems.map(({ id, aliases, line, stage }) => [id, aliases, line, stage])).toEqual([
      ['lean:FC/FC.a', ['lean:FC/FC.a@FC.B'], 1, 'proved'],
      ['lean:FC/FC.a#2', ['lean:FC/FC.a@FC.Sub.A'], 3, 'formalised'],
      ['lean:FC/FC.a#3', ['lean:FC/FC.a@FC.Sub.A~2'], 9, 'formalised'],
    ]);
    expect(facts.theorems[1]).toMatchObject({
      ...{ library: 'FC', module: 'FC.Sub.A', declaration: 'FC.a', title: 'T' },
      ...{ status: 'research open', statement: 'D', sorry: true, pointer: 'line 2' },
    });
  });
});

describe('links by file', () => {
  const link = (more: object) => ({
    ...{ theorem: 'FC.a', file: 'FC/Sub/A.lean', url: 'https://example.org', text: 'Paper', scope: 'file' },
    ...{ arxiv_id: null, doi: null },
    ...more,
  });

  test('name theorems by file; the nth same row is of the nth statement', async () => {
    const rows = [link({ arxiv_id: '2409.12917' }), link({}), link({ arxiv_id: '2409.12917' })];
    const { kind, facts, problems } = await readOne(linesOf(rows), 'links.jsonl');
    const names = { library: 'FC', declaration: 'FC.a', module: 'FC.Sub.A' };
    expect(kind).toBe('theorem-links');
    expect(facts.theorems).toEqual([
      { ...NOTHING_SAID, ...names, id: 'lean:FC/FC.a@FC.Sub.A', pointer: 'line 1' },
      { ...NOTHING_SAID, ...names, id: 'lean:FC/FC.a@FC.Sub.A~2', pointer: 'line 3' },
    ]);
    expect(facts.theoremLinks[1]).toEqual({
      ...{ work: 'arXiv:2409.12917', theorem: 'lean:FC/FC.a@FC.Sub.A~2', claimId: null },
      ...{ relation: 'mentioned', scope: 'file', pointer: 'line 3' },
      source: 'header in FC/Sub/A.lean, linked as “Paper”',
    });
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'Links that name neither an arXiv paper nor a whole DOI: 1; they were left out.'],
    ]);
  });

  it.each([
    ['10.1112/mtk.70027', 'doi:10.1112/mtk.70027'],
    ['10.1007%2FBF02392260', 'doi:10.1007/bf02392260'],
    ['10.48550/arXiv.1104.5100', 'arXiv:1104.5100'],
    ['10.1016/S0195-6698(05', undefined],
    ['10.1000/%', 'doi:10.1000/%'],
    ['10.1006', undefined],
  ])('the DOI %s', async (doi, work) => {
    const { facts } = await readOne(linesOf([link({ doi }), link({})]), 'links.jsonl');
    expect(facts.theoremLinks.map((fact) => fact.work)).toEqual(work === undefined ? [] : [work]);
  });

  test('a link finds its theorem in the other document', async () => {
    const theorems = file('theorems.jsonl', linesOf([stated('FC.a', 9), stated('FC.a', 3)]));
    const links = file('links.jsonl', linesOf([link({ doi: '10.1/x' }), link({ arxiv_id: '2409.12917' })]));
    const documents = await readAll([theorems, links]);
    const names = documents[0]?.facts.theorems.flatMap(({ aliases }) => aliases);
    expect(names).toEqual(expect.arrayContaining(documents[1]?.facts.theorems.map(({ id }) => id) ?? []));
  });
});

describe('a plain list of declarations', () => {
  const list = [
    { module: 'L.A', name: 'a', kind: 'theorem', line: 3, uses: ['b', { name: 'c', site: 'proof' }, 7] },
    { module: 'L.B', name: 'b', kind: 'def', axioms: ['propext'], sorry: false },
  ];

  test.each([
    ['lines', linesOf(list), 'line 1'],
    ['an array', JSON.stringify(list, null, 1), '/0'],
  ])('as %s: uses are by name, and may lead out of it', async (_, text, pointer) => {
    const { kind, facts, problems } = await readOne(text, 'list.json');
    expect([kind, problems]).toEqual(['declarations', []]);
    expect(facts.theorems.map(({ id, module, stage, axioms }) => [id, module, stage, axioms])).toEqual([
      ['lean:L/a', 'L.A', null, null],
      ['lean:L/b', 'L.B', 'proved', ['propext']],
      ['lean:L/c', null, null, null],
    ]);
    expect(facts.theoremUses).toEqual([
      { theorem: 'lean:L/a', uses: 'lean:L/b', site: 'unknown', pointer },
      { theorem: 'lean:L/a', uses: 'lean:L/c', site: 'proof', pointer },
    ]);
  });

  it.each([
    [
      [
        { name: 'a', module: 'A.x' },
        { name: 'b', module: 'B.x' },
      ],
      'list',
    ],
    [
      [
        { name: 'a', module: 'A.x' },
        { name: 'b', module: 'A' },
      ],
      'A',
    ],
    [
      [
        { name: 'a', module: 'A.x', library: 'Own' },
        { name: 'b', module: 'B' },
      ],
      'Own',
    ],
    [[{ name: 'a', kind: 'theorem' }], 'list'],
  ])('%j is of the library %s', async (rows, library) => {
    const { facts } = await readOne(linesOf(rows), 'folder/list.jsonl');
    expect(new Set(facts.theorems.map((fact) => fact.library))).toEqual(new Set([library]));
  });

  test('a bad row costs itself', async () => {
    const rows = [
      ...list,
      { module: 'L.C' },
      { name: 'x' },
      { name: '', module: 'L.C' },
      { name: 3, module: 'L' },
    ];
    const { facts, problems } = await readOne(linesOf(rows), 'list.jsonl');
    expect(facts.theorems).toHaveLength(3);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['line 3', 'line 4', 'line 5', 'line 6']);
  });

  test('the package file of a program is none', async () => {
    const text = JSON.stringify({ name: 'x', module: 'index.js', version: '1' }, null, 2);
    expect((await readOne(text, 'package.json')).kind).toBe('unknown');
  });
});

describe('a dump of constants', () => {
  const constant = (name: string, references: unknown[], more: object = {}) => ({
    name,
    references,
    ...more,
  });

  test('refers to its own; references out of it are counted', async () => {
    const dump = [
      constant('a', ['b', 'b', 'gone'], { constType: 'T', constCategory: 'Theorem' }),
      constant('b', []),
      constant('b', ['a']),
    ];
    const { kind, facts, problems } = await readOne(dump, 'dump.json');
    expect(kind).toBe('dependencies');
    expect(facts.theorems.map((fact) => [fact.id, fact.kind, fact.statement])).toEqual([
      ['lean:dump/a', 'theorem', 'T'],
      ['lean:dump/b', null, null],
    ]);
    expect(facts.theoremUses).toHaveLength(2);
    expect(problems.map(({ severity, pointer }) => [severity, pointer])).toEqual([
      ['error', '/2'],
      ['note', '/0'],
    ]);
  });

  test('where most lead out of it, what they name is kept', async () => {
    const { facts, problems } = await readOne([constant('a', ['x', 'y'])], 'dump.json');
    expect(facts.theorems.map(({ declaration }) => declaration)).toEqual(['a', 'x', 'y']);
    expect([facts.theoremUses.length, problems]).toEqual([2, []]);
  });
});

test('what somebody says that a document is goes before what it holds', async () => {
  const [document] = await readAll([file('names.json', '[{"name":"a"},{"name":"b"}]')], {
    as: { 'names.json': 'declarations' },
  });
  expect([document?.kind, document?.facts.theorems.length]).toEqual(['declarations', 2]);
});
