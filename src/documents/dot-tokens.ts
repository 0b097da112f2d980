/** A mark stands for itself; `id` is a name or a value, quoted or not. */
export interface Token {
  readonly kind: 'id' | 'end' | 'bad' | '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '->' | '--';
  /** Of an id, without its quotes. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** Counted from the number of the text's first line. */
  readonly line: number;
}

const LINE_FEED = 0x0a;
const SKIPPED = /[^\S\n]+|\/\/[^\n]*|#[^\n]*/y;
const MARK = /->|--|[{}[\];,=:]/y;
/** Names, and numbers with their sign; everything else has to be quoted. */
const BARE = /-?(?:[\w.\u0080-\uffff])+/y;

/** The tokens of a text in DOT; the last is `end`, or `bad` where none fits. */
export function* tokensOf(text: string, firstLine: number): Generator<Token, Token> {
  let line = firstLine;
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    const blank = character === '\n' ? at + 1 : endOf(SKIPPED, text, at);
    if (blank > at || text.startsWith('/*', at)) {
      const end = blank > at ? blank : endOfRemark(text, at);
      line += linesIn(text, at, end);
      at = end;
      continue;
    }
    const end = endOf(MARK, text, at);
    if (end > at) {
      yield { kind: text.slice(at, end) as Token['kind'], text: '', isQuoted: false, line };
      at = end;
      continue;
    }
    const id = character === '"' ? quoted(text, at) : character === '<' ? marked(text, at) : bare(text, at);
    if (id === null) return { kind: 'bad', text: '', isQuoted: false, line };
    yield { kind: 'id', text: id.text, isQuoted: character === '"', line };
    line += linesIn(text, at, id.end);
    at = id.end;
  }
  return { kind: 'end', text: '', isQuoted: false, line };
}

interface Id {
  readonly text: string;
  readonly end: number;
}

/** Its own place where the pattern does not fit there. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function endOfRemark(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? text.length : end + 2;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LINE_FEED) lines++;
  return lines;
}

function bare(text: string, at: number): Id | null {
  const end = endOf(BARE, text, at);
  return end > at ? { text: text.slice(at, end), end } : null;
}

/** Null where the text ends before the quotes do. */
function quoted(text: string, at: number): Id | null {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) return null;
  const inner = text.slice(at + 1, end);
  return {
    end: end + 1,
    text: inner.includes('\\') ? inner.replace(/\\\r?\n/g, '').replaceAll('\\"', '"') : inner,
  };
}

/** A label in HTML, with all that is in it. */
function marked(text: string, at: number): Id | null {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === '<') depth++;
    else if (text[end] === '>' && --depth === 0) return { text: text.slice(at + 1, end), end: end + 1 };
  }
  return null;
}
