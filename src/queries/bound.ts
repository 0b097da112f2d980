import type { Parameter } from '../tables';
import { writtenOut } from './written-out';

/** A question for a person that is put together: values get the number under which they are bound, then are written out. */
export class Bound {
  readonly #values: Parameter[] = [];

  value(value: Parameter): string {
    return `?${this.#values.push(value)}`;
  }

  /** For `IN (…)`; NULL, which nothing is in, where there are none. */
  list(values: readonly Parameter[]): string {
    return values.length === 0 ? 'NULL' : values.map((value) => this.value(value)).join(', ');
  }

  written(sql: string): string {
    return writtenOut(sql, this.#values);
  }
}
