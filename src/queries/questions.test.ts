import { beforeAll, expect, test } from 'vitest';
import type { Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import {
  readBibliography,
  readCompleteness,
  readHoldings,
  readLinkedDocuments,
  readPaper,
  readTheorem,
  readEvidence,
  resolveNames,
  search,
  suggestFocus,
} from '.';

let connection: Connection;
beforeAll(async () => {
  connection = await openTablesInNode();
  await connection.query(`
    INSERT INTO documents VALUES (1, 'a.jsonl', NULL, 'collection', 10, 'ab', 'loaded', NULL);
    INSERT INTO works VALUES (1, 'arXiv:2409.12917', 'SCoRe', 'Kumar', 2024, '2024-09', NULL, NULL, NULL, NULL, false, false, 'none', NULL),
                             (2, 'arXiv:2303.11366', NULL, NULL, 2023, '2023-03', NULL, NULL, NULL, NULL, false, true, 'none', NULL);
    INSERT INTO work_ids VALUES (0, 1, 'arxiv', '2409.12917', 'arXiv:2409.12917'), (1, 2, 'arxiv', '2303.11366', 'arXiv:2303.11366');
    INSERT INTO citations VALUES (1, 2, 0, 1, 1, 'line 4', 3, 'as printed', 'the list', NULL, NULL, NULL);
    INSERT INTO theorems VALUES (1, 'lean:l/d', 'l', 'm', 'd', NULL, 'theorem', 'proved', 'proved', NULL, NULL, false, 7, NULL, 1, 'line 5');
    INSERT INTO theorem_links VALUES (1, 0, 'C1', 1, 'mentioned', 'file', 'header', 1, 'line 6')`);
});

test('a paper is read with the place of all that is said of it', async () => {
  const paper = await readPaper(connection, 1);
  expect(paper?.references).toMatchObject([{ id: 'arXiv:2303.11366', evidence: 1 }]);
  expect(paper?.theorems).toMatchObject([
    { id: 'lean:l/d', status: 'proved', document: 'a.jsonl', sha256: 'ab', pointer: 'line 6' },
  ]);
  expect(paper?.documents).toMatchObject([{ name: 'a.jsonl', sha256: 'ab' }]);
  expect((await readPaper(connection, 2))?.citing).toMatchObject([{ id: 'arXiv:2409.12917' }]);
});

test('a line is read with the place of every piece of its evidence', async () => {
  expect(await readEvidence(connection, 1, 2)).toMatchObject([
    { sha256: 'ab', pointer: 'line 4', refIndex: 3 },
  ]);
  expect(await readEvidence(connection, 1, -1)).toMatchObject([{ pointer: 'line 6', scope: 'file' }]);
});

test('a link names what no address in it brings, also where it holds no address at all', async () => {
  const named = [{ name: 'a.jsonl', sha256: 'ab' }];
  expect(await readLinkedDocuments(connection, [])).toEqual({ named, more: 0 });
  expect(await readLinkedDocuments(connection, ['https://example.org/b.zip'])).toEqual({ named, more: 0 });
  expect(await readLinkedDocuments(connection, ['a.jsonl'])).toEqual({ named: [], more: 0 });
});

test('the other questions are answered too', async () => {
  expect(await readTheorem(connection, -1)).toMatchObject({ declaration: 'd' });
  expect(await readHoldings(connection)).toMatchObject({ counts: { works: 1, stubs: 1, citations: 1 } });
  expect(await readCompleteness(connection)).toEqual({
    cited: 1,
    citedStubs: 1,
    lines: 1,
    singleLines: 1,
    knownReferences: 0,
    statedReferences: 0,
    knownTies: 0,
    statedFormal: 0,
    sql: expect.stringContaining('FROM citations') as string,
  });
  expect(await suggestFocus(connection)).toBe('arXiv:2409.12917');
  expect((await search(connection, 'kumar'))[0]?.id).toBe('arXiv:2409.12917');
  expect((await resolveNames(connection, ['2303.11366'])).get('2303.11366')?.node).toBe(2);
});

test('what a reference list says is read with all names, in the order of ids, and of papers alone', async () => {
  expect(await readBibliography(connection, [1, -1, 2, 1])).toMatchObject([
    { id: 'arXiv:2303.11366', title: null, isStub: true, names: ['arXiv:2303.11366'] },
    {
      id: 'arXiv:2409.12917',
      title: 'SCoRe',
      authorsText: 'Kumar',
      date: '2024-09',
      names: ['arXiv:2409.12917'],
    },
  ]);
  expect(await readBibliography(connection, [])).toEqual([]);
});
