import type { FormalRows, NetworkRows, TextRows } from '../queries';
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
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
  }

  /** In place of what was loaded before; what is asked afterwards waits for it. */
  async load(rows: NetworkRows, formal: FormalRows, texts: AsyncIterable<TextRows>): Promise<void> {
    await this.#send({ verb: 'load', rows, formal });
    for await (const some of texts) await this.#send({ verb: 'addTexts', rows: some });
  }

  async ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    return (await this.#send({ verb, question } as Asked)) as Answer<V>;
  }

  close(): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error('It was closed.'));
    this.#waiting.clear();
  }

  #send(asked: Asked): Promise<unknown> {
    const run = ++this.#runs;
    return new Promise((resolve, reject) => {
      this.#waiting.set(run, { resolve, reject });
      this.#worker.postMessage({ run, asked });
    });
  }
}
