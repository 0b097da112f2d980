import { expect, test } from 'vitest';
import { readSnapshot } from '../queries';
import { openTablesInNode } from '../tables/node';
import { differenceBetween } from './difference';
import { SnapshotBook } from './snapshot';

/** What every snapshot of this file has; work 1 cites 2, and is tied to a theorem by one of its claims. */
const GROUND = `
INSERT INTO documents VALUES (1, 'a.json', NULL, 'bundle', 10, 'HASH', 'loaded', NULL);
INSERT INTO works VALUES (1, 'arXiv:1', 'One', NULL, 2024, NULL, NULL, NULL, NULL, NULL, true, false, 'unchecked', NULL),
                         (2, 'arXiv:2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, true, 'none', NULL);
INSERT INTO work_ids VALUES (1, 1, 'arxiv', '1', 'arXiv:1'), (2, 2, 'arxiv', '2', 'arXiv:2');
INSERT INTO records VALUES ('pith:1', 1, 1, 1, 'abc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'unchecked', 1, '');
INSERT INTO citations VALUES (1, 2, 1, 2, 1, '/0', 1, NULL, NULL, NULL, NULL, 'RELATIONSHIP');
INSERT INTO claims VALUES (1, 1, 'C1', 'strongest_claim', 'TEXT', 'machine_extracted', NULL, 1, '/claims/0');
INSERT INTO theorems VALUES (1, 'lean:l/a', 'l', 'm', 'a', NULL, 'theorem', NULL, 'STAGE', NULL, NULL, NULL, 7, NULL, 1, ''),
                            (2, 'lean:l/b', 'l', 'm', 'b', NULL, 'theorem', NULL, NULL, NULL, NULL, NULL, 8, NULL, 1, '');
INSERT INTO theorem_links VALUES (1, 1, 'C1', 1, 'RELATION', NULL, NULL, 1, '/links/0');
INSERT INTO theorem_uses VALUES (1, 2, 'SITE', 1, '');
INSERT INTO events VALUES ('e1', 'pith:1', 'created', NULL, NULL, 'SIGNER', 'key-1', NULL, 1, '/events/0');
INSERT INTO checks VALUES ('pith:1', 'number', 'pass', '', 1, ''), ('pith:1', 'signature', 'pass', '', 1, ''), ('pith:1', 'signature', 'VERDICT', '', 1, '/1')`;

const BEFORE = {
  ...{ HASH: 'h1', RELATIONSHIP: 'supports', TEXT: 'It works.', STAGE: 'formalised', RELATION: 'mentioned' },
  ...{ SITE: 'unknown', SIGNER: 'a', VERDICT: 'not-checkable' },
};

async function snapshotOf(words: Readonly<Record<string, string>>) {
  const connection = await openTablesInNode();
  for (const statement of GROUND.split(';\n'))
    await connection.query(statement.replace(/[A-Z]+(?=')/g, (word) => words[word] ?? word));
  const book = new SnapshotBook();
  const shares: number[] = [];
  for await (const { part, done } of readSnapshot(connection)) {
    book.add(part);
    shares.push(done);
  }
  expect(shares.at(-1)).toBe(1);
  return book.snapshot;
}

test('of two databases every group tells what is other, with what it was', async () => {
  const before = await snapshotOf(BEFORE);
  const after = await snapshotOf({
    ...{ HASH: 'h2', RELATIONSHIP: 'refutes', TEXT: 'It fails.', STAGE: 'proved', RELATION: 'proves' },
    ...{ SITE: 'proof', SIGNER: 'b', VERDICT: 'fail' },
  });
  const { entries, documents } = differenceBetween(before, after);
  const told = entries.map(({ group, change, on, fields }) => [
    `${group} ${change} ${on}`,
    ...fields.map(({ name, before: was, after: is }) => `${name}: ${was} → ${is}`),
  ]);
  expect(told).toEqual([
    ['citations changed arXiv:1 → arXiv:2', 'states: supports → refutes'],
    ['claims changed arXiv:1#C1', 'text: It works. → It fails.'],
    ['theorems changed lean:l/a', 'stage: formalised → proved'],
    ['ties changed arXiv:1#C1 → lean:l/a', 'states: mentioned → proves'],
    ['uses changed lean:l/a → lean:l/b', 'stands in: unknown → proof'],
    ['verdicts changed arXiv:1', 'verdict: not-checkable → fail'],
    ['signers changed arXiv:1', 'signed by: a (key-1) → b (key-1)'],
  ]);
  expect(new Set(entries.map(({ reason }) => reason))).toEqual(new Set(['changed-files']));
  expect(documents.changed).toEqual([{ name: 'a.json', before: 'h1', after: 'h2' }]);
});

test('of one database read twice nothing is other', async () => {
  const [one, same] = [await snapshotOf(BEFORE), await snapshotOf(BEFORE)];
  expect(differenceBetween(one, same).entries).toEqual([]);
});
