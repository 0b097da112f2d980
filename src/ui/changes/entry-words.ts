import type { ChangeEntry, ChangeGroup, SnapshotCounts } from '../../explorer';
import type { AnswerToExport } from '../../explorer';
import { spelled } from '../../model';
import { counted, grouped } from '../numbers';

export const GROUP_WORDS: Readonly<Record<ChangeGroup, readonly [many: string, one: string]>> = {
  works: ['Works', 'work'],
  citations: ['Citations', 'citation'],
  claims: ['Claims', 'claim'],
  theorems: ['Formal statements', 'formal statement'],
  ties: ['Theorem links', 'theorem link'],
  uses: ['Uses', 'use'],
  verdicts: ['Verdicts', 'verdict'],
  signers: ['Signers', 'signer'],
};

/** What the two snapshots are called. */
export interface SnapshotNames {
  readonly before: string;
  readonly after: string;
}

/** `2 new, 1 gone`, or that nothing is. */
export function countsInWords(counts: SnapshotCounts): string {
  const parts = (['new', 'gone', 'changed'] as const).flatMap((change) =>
    counts[change] > 0 ? [`${grouped(counts[change])} ${change}`] : [],
  );
  return parts.length === 0 ? 'the same in both' : parts.join(', ');
}

export function totalOf({ new: fresh, gone, changed }: SnapshotCounts): number {
  return fresh + gone + changed;
}

/** `title: “One” → “One, again”` */
export function fieldInWords({ name, before, after }: ChangeEntry['fields'][number]): string {
  return `${name}: ${valueInWords(before)} → ${valueInWords(after)}`;
}

function valueInWords(value: string | null): string {
  return value === null ? 'not told' : `“${spelled(value)}”`;
}

/** Where it was said, as far as that says whether it is news. */
export function reasonInWords({ change, reason }: ChangeEntry, { before, after }: SnapshotNames): string {
  if (reason === 'other-files')
    return change === 'gone'
      ? `in a file that is not in ${after}`
      : `in a file that is not in ${before}${change === 'new' ? ', so it may only not have been opened then' : ''}`;
  if (reason === 'changed-files') return 'in a file with other bytes';
  return reason === 'same-files' ? 'in a file that both have: other documents decide' : '';
}

export function entryInWords(entry: ChangeEntry, names: SnapshotNames): string {
  return [entry.change, ...entry.fields.map(fieldInWords), reasonInWords(entry, names)]
    .filter(Boolean)
    .join(' · ');
}

/** What was not in files of both snapshots, in a sentence; empty where there is no such thing. */
export function otherFilesInWords(
  counts: Readonly<Record<ChangeGroup, SnapshotCounts>>,
  { before, after }: SnapshotNames,
): string[] {
  const sentence = (change: 'new' | 'gone', name: string) => {
    const parts = (['works', 'citations', 'theorems'] as const).flatMap((group) => {
      const count = counts[group].inOtherFiles[change];
      const [many, one] = GROUP_WORDS[group];
      return count === 0 ? [] : [counted(count, one, many.toLowerCase())];
    });
    const last = parts.at(-1);
    if (last === undefined) return [];
    const listed = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
    return [
      `${listed} ${listed.startsWith('1 ') && parts.length === 1 ? 'is' : 'are'} in files that are not in ${name}.`,
    ];
  };
  return [...sentence('new', before), ...sentence('gone', after)];
}

interface SavedRow {
  readonly entry: ChangeEntry;
  readonly field: ChangeEntry['fields'][number] | null;
}

const COLUMNS: readonly (readonly [name: string, of: (row: SavedRow) => string | null])[] = [
  ['group', ({ entry }) => entry.group],
  ['change', ({ entry }) => entry.change],
  ['id', ({ entry }) => entry.on],
  ['name', ({ entry }) => entry.name],
  ['field', ({ field }) => field?.name ?? null],
  ['before', ({ field }) => field?.before ?? null],
  ['after', ({ field }) => field?.after ?? null],
  ['files', ({ entry }) => entry.reason],
];

/** A row each, of what is changed a row for each field. */
export function changesToSave(entries: readonly ChangeEntry[]): AnswerToExport {
  const rows = entries.flatMap((entry): SavedRow[] =>
    entry.fields.length === 0 ? [{ entry, field: null }] : entry.fields.map((field) => ({ entry, field })),
  );
  return {
    columns: COLUMNS.map(([name]) => ({ name, type: 'VARCHAR' })),
    rowCount: rows.length,
    cell: (row, column) => {
      const one = rows[row];
      return one === undefined ? null : (COLUMNS[column]?.[1](one) ?? null);
    },
  };
}

/** A list in Markdown, a heading for each group that has any. */
export function changesInMarkdown(entries: readonly ChangeEntry[], names: SnapshotNames): string {
  const groups = [...new Set(entries.map(({ group }) => group))];
  const parts = groups.map((group) => {
    const lines = entries
      .filter((entry) => entry.group === group)
      .map((entry) => `- **${entry.change}** ${plain(entry.name)} (${plain(entry.on)})${fieldsIn(entry)}`);
    return `## ${GROUP_WORDS[group][0]}\n\n${lines.join('\n')}`;
  });
  return [`# From ${plain(names.before)} to ${plain(names.after)}`, ...parts].join('\n\n') + '\n';
}

function fieldsIn({ fields }: ChangeEntry): string {
  return fields.length === 0 ? '' : `: ${fields.map((field) => plain(fieldInWords(field))).join('; ')}`;
}

/** Signs of Markdown and of markup stand for themselves. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|&]/g, String.raw`\$&`);
}
