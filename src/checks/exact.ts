import { Failure } from '../model';
import { pythonNumber } from './python-number';

/** As many levels as any document may have (`LIMITS.depth` of documents): recursion stops there. */
export const DEEPEST = 200;

/** A number in the words Python would write. */
export class ExactNumber {
  readonly text: string;

  constructor(written: string) {
    this.text = pythonNumber(written);
  }
}

export type Exact = null | boolean | string | ExactNumber | readonly Exact[] | ReadonlyMap<string, Exact>;

export function tooDeep(): Failure {
  return new Failure('too-large', `it is nested more than ${DEEPEST} levels deep`);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

/** Takes what JSON.parse takes, keeping numbers as written and any key; of a repeated key, the last wins. */
export function parseExactly(text: string): Exact {
  return new Parser(text).whole();
}

function notJson(cause?: unknown): Failure {
  return new Failure('unreadable', 'it is not JSON', { cause });
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Exact {
    const value = this.value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw notJson();
    return value;
  }

  value(depth: number): Exact {
    if (depth > DEEPEST) throw tooDeep();
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
  }

  /** Steps over the next mark and says whether it was this one. */
  #takes(mark: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #must(mark: string): void {
    if (!this.#takes(mark)) throw notJson();
  }

  #object(depth: number): Exact {
    this.#at++;
    const entries = new Map<string, Exact>();
    if (this.#takes('}')) return entries;
    do {
      this.#skipSpace();
      const key = this.#string();
      this.#must(':');
      entries.set(key, this.value(depth + 1));
    } while (this.#takes(','));
    this.#must('}');
    return entries;
  }

  #list(depth: number): Exact {
    this.#at++;
    const items: Exact[] = [];
    if (this.#takes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#takes(','));
    this.#must(']');
    return items;
  }

  #string(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') throw notJson();
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    this.#at = end + 1;
    try {
      return String(JSON.parse(this.#text.slice(start, this.#at)));
    } catch (cause) {
      throw notJson(cause);
    }
  }

  #word<Value>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) throw notJson();
    this.#at += word.length;
    return value;
  }

  #number(): ExactNumber {
    NUMBER.lastIndex = this.#at;
    const written = NUMBER.exec(this.#text)?.[0];
    if (written === undefined) throw notJson();
    this.#at += written.length;
    return new ExactNumber(written);
  }
}
