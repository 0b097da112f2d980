import type { Facts } from './facts';
import { id, readFields, shown, text } from './fields';
import { leanId } from './lean-ids';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { RowReader } from './row-reader';
import type { Json, Stated } from './stated';
import { NOTHING_SAID } from './theorems';
import { noteMissing, UsesWithin } from './uses-within';

const CONSTANT = { name: id, constType: text, constCategory: text };

interface References {
  readonly name: string;
  readonly names: readonly string[];
  readonly pointer: string;
}

/** Reads a dump of constants, each with the names of those that it refers to, in statement or proof. */
export class DependenciesReader extends RowReader {
  readonly kind = 'dependencies';
  readonly #library: string;
  readonly #ids = new Map<string, string>();
  readonly #references: References[] = [];
  #lines = 0;

  constructor(library: string, problems: Problems) {
    super(problems);
    this.#library = library;
  }

  protected read(row: Stated, { references }: Json): void {
    const { pointer } = row;
    if (this.isFull(this.rows - 1, pointer, 'constants')) return;
    const { name = '', constType, constCategory } = readFields(CONSTANT, row, this.problems);
    if (name === '' || this.#ids.has(name)) {
      const what = name === '' ? 'This constant has no name' : `Another row is of ${shown(name)} too`;
      this.problems.error(pointer, `${what}; it was left out.`);
      return;
    }
    this.#state(name, { kind: constCategory?.toLowerCase() ?? null, statement: constType ?? null, pointer });
    if (Array.isArray(references)) this.#refer(name, references, pointer);
  }

  finish(): Facts {
    if (this.#countMissing() * 2 > this.#lines) this.#stateMissing();
    const uses = new UsesWithin(this.#ids, this.facts);
    for (const { name, names, pointer } of this.#references)
      for (const used of names) uses.add(name, used, { site: 'unknown', pointer });
    noteMissing(uses.missing, this.problems);
    return this.facts;
  }

  #state(
    name: string,
    said: { readonly kind: string | null; readonly statement: string | null; readonly pointer: string },
  ): void {
    const theorem = leanId(this.#library, name);
    this.#ids.set(name, theorem);
    const names = { id: theorem, library: this.#library, declaration: name };
    this.facts.theorems.push({ ...NOTHING_SAID, ...said, ...names });
  }

  #refer(name: string, references: readonly unknown[], pointer: string): void {
    const left = LIMITS.listItems - this.#lines;
    if (references.length > left && left > 0) this.sayFull(pointer, 'references');
    const names = references
      .slice(0, left)
      .filter((used): used is string => typeof used === 'string' && used.length <= LIMITS.idLength);
    this.#lines += names.length;
    if (names.length > 0) this.#references.push({ name, names, pointer });
  }

  #countMissing(): number {
    let missing = 0;
    for (const { names } of this.#references) for (const name of names) if (!this.#ids.has(name)) missing++;
    return missing;
  }

  /** Where most references lead out of the file, the names there are worth having, though nothing is said of them. */
  #stateMissing(): void {
    for (const { names, pointer } of this.#references)
      for (const name of names)
        if (!this.#ids.has(name)) this.#state(name, { kind: null, statement: null, pointer });
  }
}
