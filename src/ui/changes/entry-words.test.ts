import { expect, test } from 'vitest';
import type { ChangeEntry } from '../../explorer';
import { changesInMarkdown, changesToSave, entryInWords, otherFilesInWords } from './entry-words';

const NAMES = { before: 'then.zip', after: 'what is loaded now' };
const RETITLED: ChangeEntry = {
  ...{ group: 'works', change: 'changed', on: 'arXiv:1', name: 'One <b>again</b>' },
  fields: [
    { name: 'title', before: 'One', after: 'One <b>again</b>' },
    { name: 'venue', before: null, after: 'ICLR' },
  ],
  reason: 'changed-files',
};
const ADDED: ChangeEntry = {
  ...{ group: 'citations', change: 'new', on: 'arXiv:2 → arXiv:1', name: 'Two → One', fields: [] },
  reason: 'other-files',
};
const GONE: ChangeEntry = { ...ADDED, change: 'gone' };

test.each([
  [
    RETITLED,
    'changed · title: “One” → “One <b>again</b>” · venue: not told → “ICLR” · in a file with other bytes',
  ],
  [ADDED, 'new · in a file that is not in then.zip, so it may only not have been opened then'],
  [GONE, 'gone · in a file that is not in what is loaded now'],
])('%# says what became of it, and where it was said', (entry, words) => {
  expect(entryInWords(entry, NAMES)).toBe(words);
});

test('a table has a row for each field that changed', () => {
  const { columns, rowCount, cell } = changesToSave([RETITLED, ADDED]);
  expect(rowCount).toBe(3);
  const rows = [0, 1, 2].map((row) => columns.map((_, column) => cell(row, column)));
  expect(rows[1]).toEqual([
    ...['works', 'changed', 'arXiv:1', 'One <b>again</b>', 'venue', null, 'ICLR', 'changed-files'],
  ]);
  expect(rows[2]?.[2]).toBe('arXiv:2 → arXiv:1');
});

test('in Markdown nothing of a title becomes markup', () => {
  expect(changesInMarkdown([RETITLED, ADDED], NAMES).split('\n')).toEqual([
    ...['# From then.zip to what is loaded now', '', '## Works', ''],
    String.raw`- **changed** One \<b\>again\</b\> (arXiv:1): title: “One” → “One \<b\>again\</b\>”; venue: not told → “ICLR”`,
    ...['', '## Citations', '', '- **new** Two → One (arXiv:2 → arXiv:1)', ''],
  ]);
});

test('what is in files of one snapshot alone is not called new without saying so', () => {
  const none = { new: 0, gone: 0, changed: 0, inOtherFiles: { new: 0, gone: 0 } };
  const groups = ['works', 'citations', 'claims', 'theorems', 'ties', 'uses', 'verdicts', 'signers'] as const;
  const counts = Object.fromEntries(groups.map((group) => [group, none])) as unknown as Parameters<
    typeof otherFilesInWords
  >[0];
  const works = { ...none, new: 14, inOtherFiles: { new: 12, gone: 1 } };
  const citations = { ...none, inOtherFiles: { new: 30, gone: 0 } };
  expect(otherFilesInWords({ ...counts, works, citations }, NAMES)).toEqual([
    '12 works and 30 citations are in files that are not in then.zip.',
    '1 work is in files that are not in what is loaded now.',
  ]);
  expect(otherFilesInWords(counts, NAMES)).toEqual([]);
});
