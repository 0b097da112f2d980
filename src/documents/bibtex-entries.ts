/** An entry of a BibTeX file: its fields by lower-case names, still as TeX. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

/** One of these, or an entry that cannot be read. */
type Found = BibtexEntry | { readonly line: number; readonly problem: string };

const ENTRY = /@\s*([A-Za-z]+)\s*[{(]\s*/g;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The entries of a BibTeX or BibLaTeX file (btxdoc, section 2). A value ends at the latest where a line begins with
 * another entry, so that a brace that is not closed costs one entry.
 */
export function* bibtexEntries(text: string): Generator<Found> {
  const reader = new BibtexReader(text);
  for (let found = reader.next(); found !== null; found = reader.next()) yield found;
}

class BibtexReader {
  readonly #text: string;
  readonly #strings = new Map(MONTHS.map((month, place) => [month, String(place + 1)]));
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Found | null {
    for (;;) {
      ENTRY.lastIndex = this.#at;
      const head = ENTRY.exec(this.#text);
      if (head === null) return null;
      this.#at = ENTRY.lastIndex;
      const line = this.#lineAt(head.index);
      const type = head[1]?.toLowerCase() ?? '';
      if (type === 'comment' || type === 'preamble') {
        this.#skip();
        continue;
      }
      const read = type === 'string' ? this.#fields() : this.#entry(type, line);
      if (read === null) {
        this.#skip();
        return { line, problem: `This entry (@${type.slice(0, 30)}) is damaged; it was left out.` };
      }
      if (!(read instanceof Map)) return read;
      for (const [name, value] of read) this.#strings.set(name, value);
    }
  }

  #entry(type: string, line: number): BibtexEntry | null {
    const key = this.#take(/[^\s,{}()"=]+/y);
    if (key === null || this.#take(/\s*,/y) === null) return null;
    const fields = this.#fields();
    return fields === null ? null : { type, key, fields, line };
  }

  #fields(): Map<string, string> | null {
    const fields = new Map<string, string>();
    for (;;) {
      if (this.#take(/[\s,]*[})]/y) !== null) return fields;
      const name = this.#take(/[\s,]*[^\s,{}()"=#]+\s*=\s*/y);
      const value = name === null ? null : this.#value();
      if (name === null || value === null) return null;
      fields.set(name.replace(/[\s,=]+/g, '').toLowerCase(), value);
      if (this.#take(/\s*(?=[,})])/y) === null) return null;
    }
  }

  #value(): string | null {
    let value = '';
    do {
      const part = this.#part();
      if (part === null) return null;
      value += part;
    } while (this.#take(/\s*#\s*/y) !== null);
    return value;
  }

  #part(): string | null {
    if (this.#take(/\{/y) !== null) return this.#until('}');
    if (this.#take(/"/y) !== null) return this.#until('"');
    const word = this.#take(/[^\s,{}()"=#]+/y);
    if (word === null || /^\d+$/.test(word)) return word;
    return this.#strings.get(word.toLowerCase()) ?? word;
  }

  /** What stands before a sign that no brace is open at; null where none comes before the next entry. */
  #until(end: string): string | null {
    const sign = /[{}"]|\n[ \t]*@[A-Za-z]+\s*[{(]/g;
    sign.lastIndex = this.#at;
    const start = this.#at;
    let depth = 0;
    for (let found = sign.exec(this.#text); found !== null; found = sign.exec(this.#text)) {
      const [met] = found;
      if (met.length > 1) return null;
      if (depth === 0 && met === end) {
        this.#at = found.index + 1;
        return this.#text.slice(start, found.index);
      }
      if (met === '{') depth++;
      if (met === '}') depth--;
      if (depth < 0) return null;
    }
    return null;
  }

  #take(what: RegExp): string | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text);
    if (found === null) return null;
    this.#at = what.lastIndex;
    return found[0];
  }

  /** To the next line that begins an entry, so that nothing is read twice. */
  #skip(): void {
    const next = /\n[ \t]*(?=@[A-Za-z]+\s*[{(])/g;
    next.lastIndex = this.#at;
    this.#at = next.exec(this.#text) === null ? this.#text.length : next.lastIndex;
  }

  #lineAt(index: number): number {
    for (; this.#counted < index; this.#counted++) if (this.#text[this.#counted] === '\n') this.#line++;
    return this.#line;
  }
}
