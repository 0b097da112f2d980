import type { Mark, MarkBook } from '../../explorer';

interface Triage {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly isOn: (mark: Mark) => boolean;
  /** What pressing it makes of a mark: on, or off where it is on. */
  readonly turned: (mark: Mark) => Partial<Mark>;
}

/** What a person can say of a work in a list; each by its letter. */
export const TRIAGE: readonly Triage[] = [
  {
    key: 'k',
    name: 'Keep',
    words: 'Keep the work',
    isOn: ({ verdict }) => verdict === 'keep',
    turned: ({ verdict }) => ({ verdict: verdict === 'keep' ? null : 'keep' }),
  },
  {
    key: 'h',
    name: 'Hide',
    words: 'Hide it from lists',
    isOn: ({ verdict }) => verdict === 'hide',
    turned: ({ verdict }) => ({ verdict: verdict === 'hide' ? null : 'hide' }),
  },
  {
    key: 'n',
    name: 'Known',
    words: 'I know it',
    isOn: ({ isKnown }) => isKnown,
    turned: ({ isKnown }) => ({ isKnown: !isKnown }),
  },
  {
    key: 's',
    name: 'Star',
    words: 'Star it',
    isOn: ({ isStarred }) => isStarred,
    turned: ({ isStarred }) => ({ isStarred: !isStarred }),
  },
];

/** What is said of a work, by the names of the buttons. */
export function statesOf(mark: Mark): string[] {
  return TRIAGE.filter(({ isOn }) => isOn(mark)).map(({ name }) => name.toLowerCase());
}

/** What a list shows before a name; a star is a sign of its own. */
export function marksInWords({ verdict, isKnown, note }: Mark): string[] {
  return [
    verdict === 'keep' ? 'kept' : verdict === 'hide' ? 'hidden' : '',
    isKnown ? 'known' : '',
    note === '' ? '' : 'noted',
  ].filter(Boolean);
}

/** The keys of lists of works, for the keys sheet. */
export const LIST_KEYS = [
  { keys: '↑ ↓', words: 'To the next work; it tells why it is listed' },
  { keys: 'Enter', words: 'Select it: the details and the stage show it' },
  ...TRIAGE.map(({ key, words }) => ({ keys: key.toUpperCase(), words })),
  { keys: 'E', words: 'Write a note' },
  { keys: 'U', words: 'Undo the last mark' },
  { keys: 'Shift K', words: 'What is kept becomes seeds' },
] as const;

/** Turns a mark by its letter; false where the letter means none. */
export function turnMark(marks: MarkBook, id: string, key: string): boolean {
  const triage = TRIAGE.find((one) => one.key === key.toLowerCase());
  if (!triage) return false;
  marks.mark([id], { ...triage.turned(marks.of(id)), isSeen: true });
  return true;
}
