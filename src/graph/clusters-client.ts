import type { ClusterInput } from './clusters';

interface Waiting {
  readonly resolve: (clusters: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of the clusters worker, which starts with the first question. */
export class Clusters {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;

  find({ nodes, lines }: ClusterInput): Promise<readonly string[]> {
    const run = ++this.#runs;
    const { node, id, title } = nodes;
    const input: ClusterInput = { nodes: { node, id, title }, lines: { from: lines.from, to: lines.to } };
    return new Promise((resolve, reject) => {
      this.#waiting.set(run, { resolve, reject });
      this.#started().postMessage({ run, input });
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./clusters.worker.ts', import.meta.url), {
      type: 'module',
      name: 'clusters',
    });
    worker.onmessage = ({
      data,
    }: MessageEvent<{ run: number; clusters?: readonly string[]; error?: string }>) => {
      const waiting = this.#waiting.get(data.run);
      this.#waiting.delete(data.run);
      if (data.clusters) waiting?.resolve(data.clusters);
      else waiting?.reject(new Error(data.error ?? 'No clusters came.'));
    };
    worker.onerror = ({ message }) => {
      const error = new Error(`The clusters worker stopped: ${message || 'it could not be started'}.`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
      this.#worker = null;
    };
    return (this.#worker = worker);
  }
}
