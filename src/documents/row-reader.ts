import { noFacts, type Facts } from './facts';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { isObject, type Json, type Stated } from './stated';

/** Documents that are read row by row: the lines of a file, or the items of a JSON array. */
export const ROW_KINDS = ['collection', 'declarations', 'theorem-links', 'dependencies'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Rows as others write them; what they make is a collection. */
export type RowForm = RowKind | 'openalex' | 'semantic-scholar' | 'csl';

/** Reads one document row by row. Rows that say too little become problems; nothing else is lost with them. */
export abstract class RowReader {
  abstract readonly kind: RowKind;
  /** Where it is not that of the kind itself. */
  readonly form: RowForm | null = null;
  readonly problems: Problems;
  note: string | null = null;
  protected readonly facts: Facts = noFacts();
  /** Rows so far, with the one that is being read. */
  protected rows = 0;
  #refused = 0;

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** True while there was neither a row nor anything to complain of. */
  get isEmpty(): boolean {
    return this.rows + this.#refused === 0;
  }

  get hasRows(): boolean {
    return this.rows > 0;
  }

  refuse(pointer: string, message: string): void {
    this.#refused++;
    this.problems.error(pointer, message);
  }

  add(value: unknown, pointer: string): void {
    if (!isObject(value)) return;
    this.rows++;
    this.read({ value, pointer }, value);
  }

  /** Whether so many were read before that no more are; said at the first that is not. */
  protected isFull(before: number, pointer: string, what: string): boolean {
    if (before === LIMITS.listItems) this.sayFull(pointer, what);
    return before >= LIMITS.listItems;
  }

  protected sayFull(pointer: string, what: string): void {
    const most = LIMITS.listItems.toLocaleString('en');
    this.problems.error(pointer, `Only the first ${most} ${what} were read.`);
  }

  abstract finish(): Facts;

  protected abstract read(row: Stated, value: Json): void;
}
