import { expect, test } from 'vitest';
import { file, readAll, readOne } from './vectors/read';

/** As the room `exports` writes it. */
const OURS = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="static">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="title" title="title" type="string"/><attribute id="authors" title="authors" type="string"/><attribute id="year" title="year" type="integer"/><attribute id="date" title="date" type="string"/></attributes>
<attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="relation" title="relation" type="string"/></attributes>
<nodes>
<node id="arXiv:2409.12917" label="Kumar 2024"><attvalues><attvalue for="kind" value="paper"/><attvalue for="title" value="Training &amp; more"/><attvalue for="authors" value="Aviral Kumar, Yi Su"/><attvalue for="year" value="2024"/><attvalue for="date" value="2024-09-19"/></attvalues></node>
<node id="doi:10.1000/x" label="A stub"><attvalues><attvalue for="kind" value="stub"/><attvalue for="year" value="2001"/></attvalues></node>
<node id="local:c/9" label="local:c/9"><attvalues><attvalue for="kind" value="paper"/></attvalues></node>
<node id="openalex:W4" label="Four"/>
<node id="lean:pfr/PFR" label="PFR"><attvalues><attvalue for="kind" value="theorem"/></attvalues></node>
</nodes>
<edges>
<edge id="0" source="arXiv:2409.12917" target="doi:10.1000/x"><attvalues><attvalue for="kind" value="cites"/><attvalue for="relation" value="extends"/></attvalues></edge>
<edge id="1" source="arXiv:2409.12917" target="lean:pfr/PFR"><attvalues><attvalue for="kind" value="formal"/></attvalues></edge>
<edge id="2" source="openalex:W4" target="local:c/9"/>
<edge id="3" source="openalex:W4" target="openalex:W4"/>
</edges>
</graph>
</gexf>
`;

test('a graph that we wrote gives its works and citations again, and stubs stay stubs', async () => {
  const { kind, couldBe, facts, problems } = await readOne(OURS, 'g.gexf');
  expect([kind, couldBe]).toEqual(['collection', []]);
  expect(
    facts.works.map(({ names, title, authorsText, date, pointer }) => [
      names[0],
      title,
      authorsText,
      date,
      pointer,
    ]),
  ).toEqual([
    ['arXiv:2409.12917', 'Training & more', 'Aviral Kumar, Yi Su', '2024-09-19', 'line 7'],
    ['local:g/c/9', null, null, null, 'line 9'],
    ['openalex:W4', 'Four', null, null, 'line 10'],
  ]);
  expect(facts.citations).toEqual([
    expect.objectContaining({
      ...{ citing: 'arXiv:2409.12917', cited: 'doi:10.1000/x', pointer: 'line 14', relationship: 'extends' },
      ...{ source: 'a line of the graph g' },
      aside: { about: 'cited', title: 'A stub', authorsText: null, year: 2001 },
    }),
    expect.objectContaining({
      citing: 'openalex:W4',
      cited: 'local:g/c/9',
      pointer: 'line 16',
      aside: null,
    }),
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    '3 nodes and lines that are no works or no citations were left out.',
  ]);
});

const graphml = (nodes: string) =>
  `<graphml><key id="d" for="node" attr.name="doi" attr.type="string"/><graph edgedefault="directed">${nodes}<edge source="a" target="b"/></graph></graphml>`;
const BARE = graphml('<node id="a"/><node id="b"/>');

test('GraphML whose nodes say their DOI is a citation graph', async () => {
  const node = (id: string) => `<node id="${id}"><data key="d">10.1000/${id}</data></node>`;
  const { kind, facts } = await readOne(graphml(node('a') + node('b')), 'g.graphml');
  expect([kind, facts.citations[0]?.citing, facts.citations[0]?.cited]).toEqual([
    ...['collection', 'doi:10.1000/a', 'doi:10.1000/b'],
  ]);
});

test('a graph whose nodes are no ids is asked about, and read as what is said', async () => {
  expect((await readOne(BARE, 'g.graphml')).couldBe).toEqual(['imports', 'dependencies', 'collection']);
  const [said] = await readAll([file('g.graphml', BARE)], { as: { 'g.graphml': 'collection' } });
  expect([said?.kind, said?.facts.citations[0]?.citing, said?.facts.citations[0]?.cited]).toEqual([
    ...['collection', 'local:g/a', 'local:g/b'],
  ]);
});
