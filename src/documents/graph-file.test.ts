import { describe, expect, it, test } from 'vitest';
import { excerptOf } from './excerpt';
import { readOriginal } from './original';
import { readDot } from './dot';
import { Problems } from './problems';
import { file, readAll, readOne } from './vectors/read';

const usesOf = async (text: string, name: string) => {
  const document = await readOne(text, name);
  const { kind, facts, problems } = document;
  return {
    ...{ kind, problems },
    theorems: facts.theorems,
    uses: facts.theoremUses.map(({ theorem, uses, site, pointer }) => [theorem, uses, site, pointer]),
  };
};

describe('DOT', () => {
  it.each([
    ['digraph { a -> b -> c }', ['a>b', 'b>c'], 0],
    ['/* x */ strict Digraph "n" {\n"a \\"q\\"" -> b:p:n [style=dashed]; // x\n}', ['a "q">b'], 0],
    ['digraph { subgraph s { a; b } -> { c } d [label=<<b>x</b>>] }', ['a>c', 'b>c'], 0],
    ['digraph { node [shape=box]; rankdir = LR; a -> b', ['a>b'], 1],
    ['digraph { a -> b; ] c -> d }', ['a>b'], 1],
    ['digraph { a -> b; "c', ['a>b'], 1],
    [`digraph { a -> b; ${'{'.repeat(1000)} }`, ['a>b'], 1],
  ])('%s', (text, lines, count) => {
    const problems = new Problems('x.dot');
    const graph = readDot(text, problems);
    expect(graph.lines.map(({ source, target }) => `${source}>${target}`)).toEqual(lines);
    expect(problems.list()).toHaveLength(count);
  });
});

const DRAWN =
  'strict digraph "" { node [label="\\N", penwidth=1.8]; edge [arrowhead=vee]; "def:a" [color=green, fillcolor="#B0ECA3", shape=box, style=filled]; b [color=green, shape=ellipse]; c [color=blue, fillcolor="#A3D6FF", shape=ellipse]; d [color=pink, shape=ellipse]; e [color=green, fillcolor="#1CAC78", shape=ellipse]; "def:a" -> b [style=dashed]; b -> c; }';

const PAGE = `<!DOCTYPE html>
<html><div class="dep-modal-container" id="def:a_modal"><span class="definition_thmcaption">Definition</span>
<span class="definition_thmtitle">One &amp; two</span>
<a class="lean_link lean_decl" href="https://x.org/find/#doc/A.a">Lean</a>
<a class="issue_link" href="https://github.com/group/project/issues/1">Discussion</a></div>
<div class="dep-modal-container" id="b_modal"><span class="lemma_thmcaption">Lemma</span>
<span class="lemma_thmtitle">With <i>markup</i></span><a class="lean_link" href="/find/?pattern=B.b#doc">Lean</a></div>
<script>g.renderDot(\`${DRAWN}\`)</script></html>`;

describe('a published blueprint', () => {
  test('in DOT: colours are stages, and lines lead to what uses', async () => {
    const { kind, problems, theorems, uses } = await usesOf(DRAWN, 'x.dot');
    expect([kind, problems]).toEqual(['blueprint', []]);
    expect(theorems.map((fact) => [fact.id, fact.kind, fact.stage])).toEqual([
      ['blueprint:x/def:a', 'definition', 'proved'],
      ['blueprint:x/b', 'theorem', 'formalised'],
      ['blueprint:x/c', 'theorem', 'stated'],
      ['blueprint:x/d', 'theorem', null],
      ['blueprint:x/e', 'theorem', 'proved-all'],
    ]);
    expect(uses).toEqual([
      ['blueprint:x/b', 'blueprint:x/def:a', 'statement', 'line 1'],
      ['blueprint:x/c', 'blueprint:x/b', 'proof', 'line 1'],
    ]);
  });

  test.each([
    ['in back quotes', PAGE],
    ['in quotes', PAGE.replace(`\`${DRAWN}\``, `'${DRAWN.replaceAll('; ', ';\\n')}'`)],
  ])('as a page, %s: what stands beside the drawing is taken too', async (_, page) => {
    const { kind, problems, theorems, uses } = await usesOf(page, 'dep_graph_document.html');
    expect([kind, problems, uses.length]).toEqual(['blueprint', [], 2]);
    expect(theorems[0]).toMatchObject({
      ...{ id: 'blueprint:project/def:a', aliases: ['blueprint:group/project/def:a'] },
      ...{ title: 'One & two', lean: ['lean:project/A.a'], pointer: 'line 8' },
    });
    expect(theorems[1]).toMatchObject({ kind: 'lemma', title: null, lean: ['lean:project/B.b'] });
  });
});

describe('an import graph', () => {
  const module = (name: string) => `module:L/L.${name}`;

  test('in DOT', async () => {
    const text = 'digraph "import_graph" {\n "L.A" [style=filled, fillcolor="#ffd700"];\n "L.A" -> "L.B";\n}';
    const { kind, theorems, uses } = await usesOf(text, 'x.dot');
    expect(kind).toBe('imports');
    expect(theorems.map(({ id, sorry, stage }) => [id, sorry, stage])).toEqual([
      [module('A'), true, 'formalised'],
      [module('B'), null, null],
    ]);
    expect(uses).toEqual([[module('B'), module('A'), 'import', 'line 3']]);
  });

  test('in GEXF', async () => {
    const node = (id: string) =>
      `<node id="${id}" label="${id}"><attvalues><attvalue for="0" value="3" /><attvalue for="1" value="true" /></attvalues></node>`;
    const text = `<?xml version='1.0' encoding='utf-8'?>
<gexf><meta><creator>Lean ImportGraph</creator></meta><graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="decl_count"/><attribute id="1" title="in_module"/></attributes>
<nodes>${node('L.A')}${node('L.B')}</nodes>
<edges><edge source="L.A" target="L.B" id="L.A--L.B" /><edge source="M" target="L.B" /></edges></graph></gexf>`;
    const { kind, problems, uses } = await usesOf(text, 'x.gexf');
    expect(kind).toBe('imports');
    expect(uses).toEqual([[module('B'), module('A'), 'import', 'line 5']]);
    expect(problems.map(({ severity, pointer }) => [severity, pointer])).toEqual([['note', 'line 5']]);
  });
});

const GRAPHML = `<?xml version="1.0"?>
<graphml><key id="v0" for="node" attr.name="name"/><key id="v1" for="node" attr.name="code"/>
<key id="v2" for="node" attr.name="file_path"/><key id="v3" for="node" attr.name="start_line"/>
<graph edgedefault="directed">
<node id="n0"><data key="v0">N.a</data><data key="v1">theorem a : 1 &lt; 2</data><data key="v2">N/A.lean</data><data key="v3">7</data></node>
<node id="n1"><data key="v0">N.b</data><data key="v1">def b</data></node>
<edge source="n0" target="n1"></edge></graph></graphml>`;

test('a dependency graph in GraphML', async () => {
  const { kind, problems, theorems, uses } = await usesOf(GRAPHML, 'x.graphml');
  expect([kind, problems]).toEqual(['dependencies', []]);
  expect(theorems[0]).toMatchObject({
    ...{ id: 'lean:N/N.a', kind: 'theorem', statement: 'theorem a : 1 < 2' },
    ...{ module: 'N.A', line: 7, pointer: 'line 5' },
  });
  expect(uses).toEqual([['lean:N/N.a', 'lean:N/N.b', 'unknown', 'line 7']]);
});

describe('bad XML costs what follows it', () => {
  it.each([
    GRAPHML.slice(0, -60),
    GRAPHML.replace('def b', '&outside;'),
    GRAPHML.replace('<graphml>', '<!DOCTYPE graphml [<!ENTITY a "aa">]><graphml>').replace('def b', '&a;'),
    GRAPHML.replace('def b', '<x>'.repeat(1000)),
  ])('%#', async (text) => {
    const { kind, theorems, problems } = await usesOf(text, 'x.graphml');
    expect([kind, theorems.length, problems.length]).toEqual(['dependencies', 2, 1]);
  });
});

describe('a graph of it is not known what', () => {
  const TEXT = 'digraph { a -> b }';

  test('is not guessed at', async () => {
    const { kind, couldBe, facts, problems } = await readOne(TEXT, 'x.dot');
    expect([kind, couldBe]).toEqual(['unknown', ['imports', 'dependencies', 'blueprint']]);
    expect([facts.theorems, problems[0]?.severity]).toEqual([[], 'note']);
    expect((await readOne('graph { a -- b }', 'x.dot')).couldBe).toEqual([]);
  });

  it.each([
    ['imports', 'module:a/b', 'module:a/a'],
    ['dependencies', 'lean:x/a', 'lean:x/b'],
    ['blueprint', 'blueprint:x/b', 'blueprint:x/a'],
  ] as const)('is read as %s where that is said', async (as, theorem, uses) => {
    const [document] = await readAll([file('x.dot', TEXT)], { as: { 'x.dot': as } });
    expect(document).toMatchObject({ kind: as, couldBe: [], facts: { theoremUses: [{ theorem, uses }] } });
  });

  test('tells no stage where it has no colours', async () => {
    const [document] = await readAll([file('x.dot', TEXT)], { as: { 'x.dot': 'blueprint' } });
    expect(document?.facts.theorems.map(({ stage }) => stage)).toEqual([null, null]);
  });

  test('cannot be read as anything', async () => {
    const [document] = await readAll([file('x.dot', TEXT)], { as: { 'x.dot': 'hub' } });
    expect([document?.kind, document?.problems[0]?.severity]).toEqual(['unknown', 'error']);
  });
});

test('other pages and other text stay what they were', async () => {
  expect((await readOne('<html><body>graph { }</body></html>', 'x.html')).kind).toBe('unknown');
  expect((await readOne('a digraph { a -> b }', 'x.txt')).kind).toBe('unknown');
});

test('a graph file is found again, and its lines are marked', async () => {
  const text = 'digraph "import_graph" {\n a -> b\n}';
  const [document] = await readAll([file('x.dot', text)]);
  const { sha256 = '' } = document ?? {};
  const { signal } = new AbortController();
  const wanted = { name: 'x.dot', sha256, pointer: 'line 2' };
  const original = await readOriginal([file('x.dot', text)], wanted, { signal, check: () => [] });
  expect(original?.excerpt).toEqual({ lines: text.split('\n'), from: 1, marked: [1, 1] });
  expect(excerptOf(text, '')?.marked).toBeNull();
});
