import { Failure, type LayoutName } from '../model';
import type { LayoutInput, Positions, Tell } from './arrangement';

/** What becomes of an arrangement while it is made. */
export interface Arranging {
  readonly tell?: Tell;
  readonly signal?: AbortSignal;
}

interface Waiting extends Arranging {
  readonly question: { readonly run: number; readonly layout: LayoutName; readonly input: LayoutInput };
  readonly resolve: (positions: Positions) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly run: number;
  readonly positions?: Positions;
  readonly share?: number;
  readonly error?: string;
}

/** The page's end of the layout worker. */
export class Layouts {
  #worker = this.#started();
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;

  /** Rejects with a Failure `cancelled` when the signal says so. */
  arrange(layout: LayoutName, input: LayoutInput, arranging: Arranging = {}): Promise<Positions> {
    const question = { run: ++this.#runs, layout, input };
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.run, { ...arranging, question, resolve, reject });
      arranging.signal?.addEventListener('abort', () => this.#cancel(question.run));
      this.#worker.postMessage(question);
    });
  }

  #started(): Worker {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), {
      type: 'module',
      name: 'layout',
    });
    worker.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    worker.onerror = (event) => {
      const error = new Error(`The layout worker stopped: ${event.message || 'it could not be started'}.`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    return worker;
  }

  #hear({ run, positions, share, error }: Message): void {
    const waiting = this.#waiting.get(run);
    if (share !== undefined) return waiting?.tell?.(share);
    this.#waiting.delete(run);
    if (positions) waiting?.resolve(positions);
    else waiting?.reject(new Error(error ?? 'The layout gave nothing.'));
  }

  /** A layout cannot be interrupted, only its worker ended: the others are asked again. */
  #cancel(run: number): void {
    const waiting = this.#waiting.get(run);
    if (!waiting) return;
    this.#waiting.delete(run);
    waiting.reject(new Failure('cancelled', 'The arrangement was cancelled.'));
    this.#worker.terminate();
    this.#worker = this.#started();
    for (const { question } of this.#waiting.values()) this.#worker.postMessage(question);
  }

  close(): void {
    this.#worker.terminate();
  }
}
