import type { FormalRows, LineRows, NodeRows, TextRows } from '../queries';
import type { Answer, Asked, Question, Verb } from './finder-desk';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of the worker that finds. */
export class Finding {
  readonly #worker = new Worker(new URL('./find.worker.ts', import.meta.url), {
    type: 'module',
    name: 'find',
  });
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;
  #closed: Error | null = null;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<{ run: number; answer?: unknown; error?: string }>) => {
      const waiting = this.#waiting.get(data.run);
      this.#waiting.delete(data.run);
      if (data.error === undefined) waiting?.resolve(data.answer);
      else waiting?.reject(new Error(data.error));
    };
    this.#worker.onerror = (event) => {
      const error = new Error(
        `The worker that finds stopped: ${event.message || 'it could not be started'}.`,
      );
      this.close(error);
    };
  }

  get isClosed(): boolean {
    return this.#closed !== null;
  }

  /** In place of what was loaded before; what is asked afterwards waits for it. */
  async load(rows: NodeRows, formal: FormalRows): Promise<void> {
    await this.#send({ verb: 'load', rows, formal }, buffersOf(rows));
  }

  async addLines(parts: AsyncIterable<LineRows>): Promise<void> {
    await this.#sendAll(parts, (rows) => this.#send({ verb: 'addLines', rows }, buffersOf(rows)));
  }

  async addTexts(parts: AsyncIterable<TextRows>): Promise<void> {
    await this.#sendAll(parts, (rows) => this.#send({ verb: 'addTexts', rows }));
  }

  /** While the worker takes in a part, the next is read, but no more than that. */
  async #sendAll<T>(parts: AsyncIterable<T>, send: (part: T) => Promise<unknown>): Promise<void> {
    let before: Promise<unknown> = Promise.resolve();
    for await (const part of parts) {
      await before;
      before = send(part);
      // It is awaited with the next part.
      before.catch(() => undefined);
    }
    await before;
  }

  async ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    return (await this.#send({ verb, question } as Asked)) as Answer<V>;
  }

  /** What is under way, and what is asked from now on, rejects for this reason. */
  close(reason: Error = new Error('It was closed.')): void {
    this.#closed = reason;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #send(asked: Asked, transfer: Transferable[] = []): Promise<unknown> {
    const run = ++this.#runs;
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      this.#waiting.set(run, { resolve, reject });
      this.#worker.postMessage({ run, asked }, transfer);
    });
  }
}

/** Columns of one result may share a buffer. */
function buffersOf(rows: NodeRows | LineRows): Transferable[] {
  const columns = Object.values(rows) as readonly Int32Array<ArrayBuffer>[];
  return [...new Set(columns.map(({ buffer }) => buffer))];
}
