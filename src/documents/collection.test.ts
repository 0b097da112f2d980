import { describe, expect, it, test } from 'vitest';
import { nameWithoutEndings } from './file-name';
import { readOne } from './vectors/read';
import { COLLECTION, linesOf } from './vectors/score';

const [HEADER = {}] = COLLECTION;
const readRows = (...rows: unknown[]) => readOne(linesOf([HEADER, ...rows]), 'c.jsonl');

test('a collection gives works, citations, theorems, uses and links', async () => {
  const { kind, note, facts, problems } = await readOne(linesOf(COLLECTION), 'c.jsonl');
  expect([kind, note, problems]).toEqual(['collection', 'Made for tests.', []]);
  expect(facts.works.map(({ names }) => names)).toEqual([['arXiv:2409.12917'], ['local:self-correction/X']]);
  expect(facts.citations).toEqual([
    expect.objectContaining({
      citing: 'arXiv:2501.00001',
      cited: 'arXiv:2409.12917',
      source: 'its list, entry 4',
      pointer: 'line 4',
    }),
    expect.objectContaining({ cited: 'local:self-correction/X', source: 'the collection self-correction' }),
  ]);
  expect(facts.theorems.map(({ id, module }) => [id, module])).toEqual([
    ['lean:L/main', 'L.A'],
    ['lean:L/main#2', 'L.B'],
    ['lean:L/side', 'L.A'],
  ]);
  expect(facts.theoremUses).toEqual([
    { theorem: 'lean:L/main#2', uses: 'lean:L/side', site: 'proof', pointer: 'line 10' },
  ]);
  expect(facts.theoremLinks).toEqual([
    expect.objectContaining({ theorem: 'lean:L/main#2', claimId: 'C1', relation: 'states' }),
  ]);
});

describe('names of works', () => {
  it.each([
    [
      { arxiv_id: '2409.12917', doi: '10.1162/X', openalex_id: 'W1', id: 'a' },
      ['arXiv:2409.12917', 'doi:10.1162/x', 'openalex:W1', 'local:self-correction/a'],
    ],
    [{ doi: '10.48550/arXiv.2409.12917' }, ['arXiv:2409.12917']],
    [{ id: 'arXiv:2409.12917' }, ['arXiv:2409.12917']],
    [{ id: 'local:a' }, ['local:self-correction/a']],
    [{ id: 'local:self-correction/a' }, ['local:self-correction/a']],
    [{ id: 'pith:OQMAWUXN' }, undefined],
    [{ doi: '10.1007/978-3-030-' }, undefined],
    [{ id: 'x'.repeat(1000) }, undefined],
    [{ title: 'nothing' }, undefined],
  ])('%j', async (ids, names) => {
    const { facts, problems } = await readRows({ type: 'work', ...ids });
    expect(facts.works[0]?.names).toEqual(names);
    expect(problems.length > 0).toBe(names === undefined);
  });
});

describe('a bad line is reported by its number and skipped', () => {
  it.each([
    ['{"type":"citation","citing":', 'not JSON'],
    ['[1]', 'no row'],
    ['{"type":"recipe"}', 'no row'],
    ['{"type":"citation","cited":"arXiv:2409.12917"}', 'The citing work is "missing"'],
    ['{"type":"citation","citing":"arXiv:2501.00001","cited":"pith:OQMAWUXN"}', 'which is no id'],
    ['{"type":"citation","citing":5,"cited":"arXiv:2409.12917"}', 'The citing is 5, not text'],
    ['{"type":"citation","citing":"arXiv:2409.12917","cited":"arXiv:2409.12917v2"}', 'cite itself'],
    ['{"type":"theorem"}', 'no declaration'],
    ['{"type":"theorem_use","theorem":"t9","uses":"t8"}', 'has the id "t9"'],
    ['{"type":"theorem_link","theorem":"t9"}', 'does not name both'],
    ['{"type":"collection","name":"another"}', 'first line only'],
  ])('%s', async (line, message) => {
    const good = '{"type":"citation","citing":"arXiv:2501.00001","cited":"arXiv:2409.12917"}';
    const { facts, problems } = await readOne(
      [JSON.stringify(HEADER), good, line, good].join('\n'),
      'c.jsonl',
    );
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems.every(({ pointer }) => pointer === 'line 3')).toBe(true);
    expect(facts.citations).toHaveLength(2);
  });
});

test('a citation of what has no id is kept as text', async () => {
  const { facts } = await readRows(
    { type: 'citation', citing: 'arXiv:2501.00001', raw: 'A book.' },
    { type: 'citation', citing: 'arXiv:2501.00001', raw: 'CoRR, abs/1109.1314.' },
  );
  expect(facts.citations.map(({ cited, method, raw }) => [cited, method, raw])).toEqual([
    [null, null, 'A book.'],
    ['arXiv:1109.1314', 'id-in-text', 'CoRR, abs/1109.1314.'],
  ]);
});

test('a theorem of another document may be named by its public id', async () => {
  const { facts, problems } = await readRows(
    { type: 'theorem', id: 'a', library: 'L', declaration: 'a' },
    { type: 'theorem_use', theorem: 'a', uses: 'lean:mathlib/Nat.add_comm' },
  );
  expect(problems).toEqual([]);
  expect(facts.theorems.map(({ id }) => id)).toEqual(['lean:L/a', 'lean:mathlib/Nat.add_comm']);
  expect(facts.theoremUses[0]).toMatchObject({ uses: 'lean:mathlib/Nat.add_comm', site: 'unknown' });
});

test('without a first line it is named after its file', async () => {
  const { facts, problems } = await readOne(
    linesOf([
      { type: 'work', id: 'a' },
      { type: 'work', id: 'b' },
    ]),
    'folder/mine.jsonl.gz',
  );
  expect(facts.works[0]?.names).toEqual(['local:mine/a']);
  expect(problems).toEqual([
    expect.objectContaining({ severity: 'warning', message: expect.stringContaining('"mine"') as string }),
  ]);
});

it.each([
  ['a/b/score.jsonl', 'score'],
  ['score.jsonl.gz', 'score'],
  ['all.zip/in/x.ndjson', 'x'],
  ['https://example.org/data/score.jsonl?raw=1', 'score'],
  ['.jsonl', 'collection'],
])('the name of %s is %s', (file, name) => {
  expect(nameWithoutEndings(file)).toBe(name);
});
