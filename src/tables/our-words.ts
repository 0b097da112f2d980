import { Failure } from '../model';

/** What is not in this database, and what to do instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  json: 'JSON functions and types are not in this database. Everything documents say is in columns of their own; texts are taken apart with split_part, string_split or regexp_extract.',
  fts: 'Full-text search is not in this database. Use contains(lower(title), ‘word’), or the search box above.',
  icu: 'Time zones and sorting by language (ICU) are not in this database. Dates here are ISO text: compare them as text, and take the year with left(date, 4).',
  parquet:
    'Parquet files can be neither read nor written here: a query reads the tables in the list, and nothing else.',
};
const FILES =
  'A query can open no file and no address: it reads the tables in the list, and nothing else. To add documents, use Open.';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/multiple statements/, 'One statement at a time: take out the others, or select the one to run.'],
  [/No statement to prepare/, 'There is no statement to run.'],
  [/read-only/, 'A query can only read: nothing in the tables was changed.'],
  [/^Out of Memory/, 'This takes more memory than a query may have: ask for fewer rows or columns at once.'],
  [/configuration has been locked|cannot be set after/, 'The settings of the database are fixed.'],
  [/file system operations are disabled|file system LocalFileSystem has been disabled/i, FILES],
];

/** The database's error as a Failure for the person who wrote the SQL: what is wrong, and where in the text. */
export function inOurWords(message: string, sql: string): Failure {
  const words = message.replace(/\n+LINE \d+:[^]*$/, '').trim();
  return new Failure('database', ourWords(words), { at: placeIn(message, sql) });
}

function ourWords(words: string): string {
  const extension = /exists in the (\w+) extension|required extension '(\w+)'|INSTALL (\w+)/.exec(words);
  const name = extension?.slice(1).find((part) => part !== undefined);
  if (name !== undefined || /extension/i.test(words)) return notHere(name ?? '', words);
  return RULES.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}

function notHere(name: string, words: string): string {
  const instead =
    INSTEAD[name] ??
    (/https?fs/.test(name) ? FILES : 'It is not in this database, and nothing can be added to it.');
  const what = /(?:with name|Name) "?(\w+)"?/.exec(words)?.[1];
  return what === undefined ? instead : `“${what}” cannot be used here. ${instead}`;
}

/** Where the last `LINE 2: … ^` of a message points to, as an offset into the text. */
function placeIn(message: string, sql: string): number | null {
  const marked = /LINE (\d+): (.*)\n( *)\^\s*$/.exec(message);
  if (!marked) return null;
  const [, number = '', shown = '', indent = ''] = marked;
  const lines = sql.split('\n');
  const line = lines[Number(number) - 1];
  if (line === undefined) return null;
  const before = lines.slice(0, Number(number) - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const column = indent.length - `LINE ${number}: `.length;
  return before + columnIn(line, shown, column);
}

/** Of a long line the database shows a part between dots. */
function columnIn(line: string, shown: string, column: number): number {
  const isCut = shown.startsWith('...') && !line.startsWith('...');
  const dots = isCut ? 3 : 0;
  const part = shown.slice(dots).replace(/\.\.\.$/, '');
  const start = isCut ? Math.max(0, plainSpace(line).indexOf(plainSpace(part))) : 0;
  return Math.min(line.length, start + lengthWithin(part, column - dots));
}

/** Signs that a terminal draws twice as wide. */
const WIDE = /[\p{Emoji_Presentation}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uff01-\uff60]/u;

/** The length of what a terminal draws in so many places. */
function lengthWithin(text: string, places: number): number {
  let [length, used] = [0, 0];
  for (const sign of text) {
    if (used >= places) break;
    length += sign.length;
    used += WIDE.test(sign) ? 2 : /[\p{Mn}\p{Cc}]/u.test(sign) ? 0 : 1;
  }
  return length;
}

/** It shows every white space as a blank. */
function plainSpace(text: string): string {
  return text.replace(/\s/g, ' ');
}
