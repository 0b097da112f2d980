/** A piece of a query with its place in it. */
export interface QueryWord {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'field' | 'text' | 'phrase';
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const FIELD = /[A-Za-z]+:/y;
const PHRASE = /"([^"]*)("?)/y;
const TEXT = /[^\s()"]+/y;
const OPERATORS: Readonly<Record<string, QueryWord['kind']>> = { AND: 'and', OR: 'or', NOT: 'not' };

export function wordsOf(text: string, isField: (name: string) => boolean): QueryWord[] {
  const words: QueryWord[] = [];
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at, isField);
    if (word) words.push(word);
    at = word?.end ?? at + 1;
  }
  return words;
}

function wordAt(text: string, at: number, isField: (name: string) => boolean): QueryWord | null {
  const letter = text[at] ?? '';
  if (/\s/.test(letter)) return null;
  if (letter === '(' || letter === ')')
    return { kind: letter === '(' ? 'open' : 'close', text: letter, at, end: at + 1 };
  const field = matched(FIELD, text, at)?.[0];
  if (field !== undefined && isField(field.slice(0, -1)))
    return { kind: 'field', text: field.slice(0, -1).toLowerCase(), at, end: at + field.length };
  const phrase = matched(PHRASE, text, at);
  if (phrase) {
    // A quote that is not closed yet reaches to the end: that is how it is while it is typed.
    return { kind: 'phrase', text: phrase[1] ?? '', at, end: at + phrase[0].length };
  }
  const word = matched(TEXT, text, at)?.[0] ?? letter;
  return { kind: OPERATORS[word] ?? 'text', text: word, at, end: at + word.length };
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
