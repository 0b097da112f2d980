import type { LayoutName } from '../model';
import type { LayoutInput, Positions } from './arrangement';

interface Waiting {
  readonly resolve: (positions: Positions) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of the layout worker. */
export class Layouts {
  readonly #worker = new Worker(new URL('./layout.worker.ts', import.meta.url), {
    type: 'module',
    name: 'layout',
  });
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;

  constructor() {
    this.#worker.onmessage = ({
      data,
    }: MessageEvent<{ run: number; positions?: Positions; error?: string }>) => {
      const waiting = this.#waiting.get(data.run);
      this.#waiting.delete(data.run);
      if (data.positions) waiting?.resolve(data.positions);
      else waiting?.reject(new Error(data.error ?? 'The layout gave nothing.'));
    };
    this.#worker.onerror = (event) => {
      const error = new Error(`The layout worker stopped: ${event.message || 'it could not be started'}.`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
  }

  arrange(layout: LayoutName, input: LayoutInput): Promise<Positions> {
    const run = ++this.#runs;
    return new Promise((resolve, reject) => {
      this.#waiting.set(run, { resolve, reject });
      this.#worker.postMessage({ run, layout, input });
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
