import { Failure } from '../model';
import type { SnapshotPart } from '../queries';
import type { Asked, Marked, SideName, Summary } from './desk';
import type { Entry, Group } from './entry';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of the worker that compares two snapshots. */
export class Differences {
  readonly #worker = new Worker(new URL('./difference.worker.ts', import.meta.url), {
    type: 'module',
    name: 'difference',
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
      this.#rejectAll(
        `The worker that compares snapshots stopped: ${event.message || 'it could not be started'}.`,
      );
    };
  }

  /** All rows of one side, in place of those before; stops between two parts where it is aborted. */
  async fill(
    side: SideName,
    parts: AsyncIterable<{ readonly part: SnapshotPart; readonly done: number }>,
    { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ): Promise<void> {
    await this.#send({ verb: 'begin', side });
    for await (const { part, done } of parts) {
      if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
      await this.#send({ verb: 'add', side, part });
      onProgress(done);
    }
  }

  async compare(): Promise<Summary> {
    return (await this.#send({ verb: 'compare' })) as Summary;
  }

  /** Some of a group's entries, in their order. */
  async entries(group: Group, from: number, most: number): Promise<readonly Entry[]> {
    return (await this.#send({ verb: 'entries', group, from, most })) as readonly Entry[];
  }

  async marks(nodes: readonly string[], lines: readonly string[]): Promise<Marked> {
    return (await this.#send({ verb: 'marks', nodes, lines })) as Marked;
  }

  close(): void {
    this.#worker.terminate();
    this.#rejectAll('The comparison was ended.');
  }

  #rejectAll(message: string): void {
    const error = new Error(message);
    for (const { reject } of this.#waiting.values()) reject(error);
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
