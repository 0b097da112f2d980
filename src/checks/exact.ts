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

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

/** Parses JSON that JSON.parse accepts, keeping numbers as written and any key; of a repeated key, the last wins. */
export function parseExactly(text: string): Exact {
  return new Parser(text).value(0);
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
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

  #object(depth: number): Exact {
    this.#at++;
    const entries = new Map<string, Exact>();
    if (this.#takes('}')) return entries;
    do {
      this.#skipSpace();
      const key = this.#string();
      this.#takes(':');
      entries.set(key, this.value(depth + 1));
    } while (this.#takes(','));
    this.#takes('}');
    return entries;
  }

  #list(depth: number): Exact {
    this.#at++;
    const items: Exact[] = [];
    if (this.#takes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#takes(','));
    this.#takes(']');
    return items;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    this.#at = end + 1;
    return String(JSON.parse(this.#text.slice(start, this.#at)));
  }

  #word<Value>(word: string, value: Value): Value {
    this.#at += word.length;
    return value;
  }

  #number(): ExactNumber {
    NUMBER.lastIndex = this.#at;
    const written = NUMBER.exec(this.#text)?.[0];
    if (written === undefined) throw new Failure('unreadable', 'it is not JSON');
    this.#at += written.length;
    return new ExactNumber(written);
  }
}
