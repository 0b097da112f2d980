import { readText, writeText } from './texts';

/** What a person thinks of a work, on this machine only. */
export interface Mark {
  readonly verdict: 'keep' | 'hide' | null;
  /** Known already. */
  readonly isKnown: boolean;
  readonly isStarred: boolean;
  /** Looked at in a list; what was not is new. */
  readonly isSeen: boolean;
  readonly note: string;
  /** Whether it, a claim or theorem of it, is held to be wrong. */
  readonly doubt: 'in doubt' | 'corrected' | null;
}

export const NO_MARK: Mark = {
  verdict: null,
  isKnown: false,
  isStarred: false,
  isSeen: false,
  note: '',
  doubt: null,
};

/** By any alias of a work, as it was marked. */
export type Marks = Readonly<Record<string, Mark>>;

const NAME = 'marks';
const MOST_MARKS = 20_000;
const LONGEST_NOTE = 4_000;

/** What was stored may be damaged, or written by another version: what is not a mark is left out. */
export function readMarks(address: string): Marks {
  try {
    const stored: unknown = JSON.parse(readText(address, NAME) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).slice(0, MOST_MARKS);
    return Object.fromEntries(entries.flatMap(([id, mark]) => entryOf(id, mark)));
  } catch {
    return {};
  }
}

/** False where there is no room for them. */
export function writeMarks(address: string, marks: Marks): boolean {
  return writeText(address, NAME, Object.keys(marks).length === 0 ? null : JSON.stringify(marks));
}

function entryOf(id: string, mark: unknown): [string, Mark][] {
  if (typeof mark !== 'object' || mark === null || id.length > 600) return [];
  const { verdict, isKnown, isStarred, isSeen, note, doubt } = mark as Record<string, unknown>;
  const read: Mark = {
    verdict: verdict === 'keep' || verdict === 'hide' ? verdict : null,
    isKnown: isKnown === true,
    isStarred: isStarred === true,
    isSeen: isSeen === true,
    note: typeof note === 'string' ? note.slice(0, LONGEST_NOTE) : '',
    doubt: doubt === 'in doubt' || doubt === 'corrected' ? doubt : null,
  };
  return isBlank(read) ? [] : [[id, read]];
}

export function isBlank(mark: Mark): boolean {
  return JSON.stringify({ ...NO_MARK, ...mark }) === JSON.stringify(NO_MARK);
}
