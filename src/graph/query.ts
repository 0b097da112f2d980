import { folded, LONGEST_QUERY } from '../model';
import { wordsOf, type QueryWord } from './query-words';

export const QUERY_FIELDS = ['title', 'author', 'venue', 'year', 'category', 'id', 'kind', 'claim'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** A query as a tree. `any` looks in title, authors and id. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'has'; readonly field: Exclude<QueryField, 'year'> | 'any'; readonly text: string }
  | { readonly kind: 'years'; readonly from: number; readonly to: number };

export interface QueryMistake {
  readonly message: string;
  /** Place in the query, counted from 0. */
  readonly at: number;
}

/** Beginnings of ids, which have a colon too. */
const SCHEMES = ['arxiv', 'doi', 'pith', 'openalex', 'local', 'lean', 'blueprint', 'http', 'https'];

/**
 * Words, "phrases" and field:values (title, author, venue, year, category, id, kind, claim), joined by AND, OR, NOT
 * and parentheses; side by side is AND; NOT binds closest, then AND, then OR. `year:2020..2023` is a range, either end
 * may be left out. Never throws.
 */
export function parseQuery(text: string): Query | QueryMistake {
  if (text.length > LONGEST_QUERY)
    return { message: `This is longer than ${LONGEST_QUERY} characters.`, at: LONGEST_QUERY };
  try {
    return new Parser(wordsOf(text, isField), text.length).whole();
  } catch (mistake) {
    if (mistake instanceof Mistake) return { message: mistake.message, at: mistake.at };
    throw mistake;
  }
}

export function isMistake(parsed: Query | QueryMistake): parsed is QueryMistake {
  return 'message' in parsed;
}

function isField(name: string): boolean {
  return QUERY_FIELDS.some((field) => field === name.toLowerCase());
}

class Mistake extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

class Parser {
  readonly #words: readonly QueryWord[];
  readonly #end: number;
  #next = 0;

  constructor(words: readonly QueryWord[], end: number) {
    this.#words = words;
    this.#end = end;
  }

  whole(): Query {
    if (this.#words.length === 0) return { kind: 'all' };
    const query = this.#either();
    const rest = this.#peek();
    if (rest) throw new Mistake('This parenthesis closes nothing.', rest.at);
    return query;
  }

  #either(): Query {
    const parts = [this.#both()];
    while (this.#take('or')) parts.push(this.#both());
    return joined('or', parts);
  }

  #both(): Query {
    const parts = [this.#one()];
    for (let next = this.#peek(); next && next.kind !== 'or' && next.kind !== 'close'; next = this.#peek()) {
      this.#take('and');
      parts.push(this.#one());
    }
    return joined('and', parts);
  }

  #one(): Query {
    if (this.#take('not')) return { kind: 'not', part: this.#one() };
    const open = this.#take('open');
    if (open) {
      const inside = this.#either();
      if (!this.#take('close')) throw new Mistake('This parenthesis is not closed.', open.at);
      return inside;
    }
    return this.#value();
  }

  #value(): Query {
    const field = this.#take('field');
    const word = this.#take('text') ?? this.#take('phrase');
    if (!word) throw this.#missing(field);
    if (field?.text === 'year') return yearsOf(word);
    if (!field && word.kind === 'text') expectNoField(word);
    const name = (field?.text ?? 'any') as Extract<Query, { kind: 'has' }>['field'];
    return { kind: 'has', field: name, text: folded(word.text) };
  }

  #missing(field: QueryWord | undefined): Mistake {
    const next = this.#peek();
    const at = next?.at ?? this.#end;
    if (field)
      return new Mistake(`What should ${field.text} be? A word or a "phrase" must follow.`, field.at);
    if (next?.kind === 'close') return new Mistake('There is nothing before this parenthesis.', at);
    if (next) return new Mistake(`There is nothing before ${next.text}.`, at);
    return new Mistake(`Something must follow ${this.#words.at(-1)?.text ?? ''}.`, at);
  }

  #peek(): QueryWord | undefined {
    return this.#words[this.#next];
  }

  #take(kind: QueryWord['kind']): QueryWord | undefined {
    const word = this.#peek();
    if (word?.kind !== kind) return undefined;
    this.#next += 1;
    return word;
  }
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  return parts.length === 1 && parts[0] ? parts[0] : { kind, parts };
}

function yearsOf({ text, at }: QueryWord): Query {
  const [, from, range, to] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text) ?? [];
  const isRange = range !== undefined && (from ?? to) !== undefined;
  if (!isRange && (from === undefined || to !== undefined))
    throw new Mistake('A year is written 2024, several 2020..2024.', at);
  return {
    kind: 'years',
    from: from === undefined ? -Infinity : Number(from),
    to: to !== undefined ? Number(to) : isRange ? Infinity : Number(from),
  };
}

/** `titel:reward` is a slip; `arXiv:2409.12917` is an id. */
function expectNoField({ text, at }: QueryWord): void {
  const name = /^([A-Za-z]+):./.exec(text)?.[1];
  if (name === undefined || SCHEMES.includes(name.toLowerCase())) return;
  throw new Mistake(
    `There is no field ${name}; fields are ${QUERY_FIELDS.join(', ')}. Quotes make it a phrase.`,
    at,
  );
}
