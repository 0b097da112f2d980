import type { Problem, Severity } from '../model';
import { LIMITS } from './limits';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'note'];

/** The problems of one document: the first hundred, and how many more there were. */
export class Problems {
  readonly document: string;
  readonly #kept: Problem[] = [];
  #more = 0;
  #worstOfMore: Severity = 'note';

  constructor(document: string) {
    this.document = document;
  }

  add(severity: Severity, pointer: string, message: string): void {
    if (this.#kept.length < LIMITS.problems) {
      this.#kept.push({ document: this.document, pointer, severity, message });
      return;
    }
    this.#more++;
    if (WORST_FIRST.indexOf(severity) < WORST_FIRST.indexOf(this.#worstOfMore)) this.#worstOfMore = severity;
  }

  error(pointer: string, message: string): void {
    this.add('error', pointer, message);
  }

  warning(pointer: string, message: string): void {
    this.add('warning', pointer, message);
  }

  note(pointer: string, message: string): void {
    this.add('note', pointer, message);
  }

  list(): Problem[] {
    if (this.#more === 0) return this.#kept;
    const message = `… and ${this.#more.toLocaleString('en')} more of this document's problems.`;
    return [...this.#kept, { document: this.document, pointer: '', severity: this.#worstOfMore, message }];
  }
}
