import { Failure, isCancelled, type AskedLine } from '../model';
import { readSchema, type SchemaTable } from '../queries';
import type { Answer } from '../tables';
import { idColumnsOf, pairsOf, type IdColumn } from './answer-ids';
import { Copies } from './copies';
import { KeptSql } from './kept-sql.svelte';
import type { Library } from './library.svelte';

export interface Answered {
  readonly answer: Answer;
  readonly idColumns: readonly IdColumn[];
  /** From the first two such columns. */
  readonly pairs: readonly AskedLine[];
}

export interface NotedTable extends SchemaTable {
  /** What is said of the table, and of its columns by name. */
  readonly note: string | null;
  readonly columnNotes: ReadonlyMap<string, string>;
}

/** A person's own SQL: what is written, what was asked, what it came to, and what is kept of it. */
export class Asking {
  readonly kept = new KeptSql();
  #text = $state.raw(this.kept.draft);
  #answered = $state.raw<Answered | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #schema = $state.raw<readonly NotedTable[]>([]);
  #isRunning = $state(false);
  #schemaRevision = -1;
  #abort: AbortController | null = null;
  readonly #library: Library;
  readonly #copies: Copies;

  constructor(library: Library) {
    this.#library = library;
    this.#copies = new Copies(library);
  }

  /** What is in the editor. */
  get text(): string {
    return this.#text;
  }

  get answered(): Answered | null {
    return this.#answered;
  }

  /** Why the last question has no answer; its `at` is a place in the text that was asked. */
  get failure(): Failure | null {
    return this.#failure;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  get schema(): readonly NotedTable[] {
    return this.#schema;
  }

  write(text: string): void {
    this.#text = text;
    this.#failure = null;
    this.kept.keepDraft(text);
  }

  /** Another text; what was written before can be had again from the history. */
  replace(text: string): void {
    if (text === this.#text) return;
    this.kept.remember(this.#text);
    this.cancel();
    this.#answered = null;
    this.write(text);
  }

  /** Asks a text, or the part of it that was selected; whatever comes of it is in `answered` or `failure`. */
  async run(text: string): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#isRunning = true;
    this.#failure = null;
    this.kept.remember(text);
    try {
      const answered = await this.#ask(text, abort.signal);
      if (this.#abort === abort) this.#answered = answered;
    } catch (failure) {
      if (this.#abort === abort) this.#failure = isCancelled(failure) ? null : asFailure(failure);
    } finally {
      if (this.#abort === abort) this.#isRunning = false;
    }
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#isRunning = false;
  }

  async #ask(text: string, signal: AbortSignal): Promise<Answered> {
    const answer = await this.#copies.read(text, signal);
    const idColumns = await idColumnsOf(await this.#library.connection(), answer);
    return { answer, idColumns, pairs: pairsOf(answer, idColumns) };
  }

  /** Reads what the tables are, once after each load. */
  async readSchema(): Promise<void> {
    const { revision } = this.#library;
    if (this.#schemaRevision === revision) return;
    this.#schemaRevision = revision;
    const [tables, { schemaNotes }] = await Promise.all([
      readSchema(await this.#library.connection()),
      import('../tables'),
    ]);
    const notes = schemaNotes();
    this.#schema = tables.map((table) => ({
      ...table,
      note: notes.get(table.name) ?? null,
      columnNotes: notesOf(table, notes),
    }));
  }
}

function notesOf({ name, columns }: SchemaTable, notes: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    columns.flatMap((column) => {
      const note = notes.get(`${name}.${column.name}`);
      return note === undefined ? [] : [[column.name, note] as const];
    }),
  );
}

function asFailure(failure: unknown): Failure {
  return failure instanceof Failure ? failure : new Failure('database', String(failure));
}
