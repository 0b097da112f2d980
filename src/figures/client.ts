import type { FigureAnswer, FigureQuestion } from './figures.worker';
import type { FigureFormat } from '../model';
import type { FigureRequest, Preview } from './make';
import type { OnDrawn, StoryRequest, WholeStoryFormat } from './make-story';

interface Running {
  readonly run: number;
  readonly settle: (answer: FigureAnswer) => void;
  readonly fail: (error: Error) => void;
  readonly onDrawn: OnDrawn;
  /** The worker is free for the next. */
  readonly free: () => void;
}

type Ask = FigureQuestion extends infer Question
  ? Question extends FigureQuestion
    ? Omit<Question, 'run'>
    : never
  : never;

/**
 * The page's end of the worker that draws figures. One is drawn at a time, in the order they were asked for; what is
 * aborted before its turn is never begun. A file that is aborted while it is made ends its worker; a preview, which is
 * shorter than a new worker's start, is drawn to its end and dropped.
 */
export class Figures {
  #worker: Worker | null = null;
  #running: Running | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: Promise<void> = Promise.resolve();
  #runs = 0;

  async preview(request: FigureRequest, signal: AbortSignal): Promise<Preview> {
    const answer = await this.#ask({ kind: 'preview', request }, signal);
    if (answer.kind !== 'preview') throw new Error('The figures worker gave no preview.');
    return answer.preview;
  }

  async make(format: FigureFormat, request: FigureRequest, signal: AbortSignal): Promise<Blob> {
    const answer = await this.#ask({ kind: 'make', format, request }, signal);
    if (answer.kind !== 'made') throw new Error('The figures worker gave no file.');
    return answer.blob;
  }

  /** A file of all steps; told after each of them how many are drawn. */
  async story(
    format: WholeStoryFormat,
    request: StoryRequest,
    { signal, onDrawn }: { readonly signal: AbortSignal; readonly onDrawn: OnDrawn },
  ): Promise<Blob> {
    const answer = await this.#ask({ kind: 'story', format, request }, signal, onDrawn);
    if (answer.kind !== 'made') throw new Error('The figures worker gave no file.');
    return answer.blob;
  }

  close(): void {
    this.#running?.fail(new Error('The figures worker was closed.'));
    this.#stop();
  }

  #ask(question: Ask, signal: AbortSignal, onDrawn: OnDrawn = () => undefined): Promise<FigureAnswer> {
    const turn = this.#turn.then(() => {
      signal.throwIfAborted();
      return this.#run(question, signal, onDrawn);
    });
    const isFree = () => this.#idle;
    this.#turn = turn.then(isFree, isFree);
    return turn;
  }

  #run(question: Ask, signal: AbortSignal, onDrawn: OnDrawn): Promise<FigureAnswer> {
    const run = ++this.#runs;
    const worker = (this.#worker ??= this.#start());
    worker.postMessage({ ...question, run } satisfies FigureQuestion);
    let free = (): void => undefined;
    this.#idle = new Promise((resolve) => (free = resolve));
    return new Promise<FigureAnswer>((resolve, reject) => {
      const abort = () => {
        if (question.kind !== 'preview') this.#stop();
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
      };
      const done = () => signal.removeEventListener('abort', abort);
      const fail = (error: Error) => {
        done();
        reject(error);
      };
      const settle = (answer: FigureAnswer) => {
        done();
        if (answer.kind === 'failed') reject(new Error(answer.error));
        else resolve(answer);
      };
      this.#running = { run, settle, fail, onDrawn, free };
      signal.addEventListener('abort', abort, { once: true });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./figures.worker.ts', import.meta.url), {
      type: 'module',
      name: 'figures',
    });
    worker.onmessage = ({ data }: MessageEvent<FigureAnswer>) => {
      if (data.run !== this.#running?.run) return;
      if (data.kind === 'drawn') return this.#running.onDrawn(data.drawn);
      this.#running.settle(data);
      this.#running.free();
    };
    worker.onerror = (event) => {
      const why = event.message || 'it could not be started';
      this.#running?.fail(new Error(`The figures worker stopped: ${why}.`));
      this.#stop();
    };
    return worker;
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#running?.free();
    this.#worker = null;
    this.#running = null;
  }
}
