import { Exporting } from '../exports';
import type { FigureRequest, WholeStoryFormat } from '../figures';
import { describeFailure, Failure, type Story, type StoryFormat } from '../model';
import { FigureMaker } from './figure-maker.svelte';
import type { StoryPart } from './portable';
import { Stories } from './stories.svelte';
import type { Ground } from './tools';

/** How far a file of a story is: of each step the picture is made, then it is drawn. */
export interface StoryProgress {
  readonly phase: 'reading' | 'drawing';
  /** From 1. */
  readonly step: number;
  readonly of: number;
}

export interface StoryWork {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: StoryProgress) => void;
}

const ENDINGS: Readonly<Record<StoryFormat, string>> = {
  svg: '-svg.zip',
  png: '-png.zip',
  pdf: '.pdf',
  deck: '.html',
  reveal: '-reveal.html',
};

/** A story as files: all steps at the size and with the settings of _Share → Figure_. */
export class StoryFiles {
  readonly #ground: Ground;
  readonly #exporting = new Exporting();
  readonly #stories: Stories;
  readonly #maker: FigureMaker;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#stories = ground.tool(Stories);
    this.#maker = ground.tool(FigureMaker);
  }

  /** The story's own file, to open again. */
  async own(): Promise<File> {
    const { storyText } = await import('../figures');
    const text = `${storyText(this.#stories.story)}\n`;
    return new File([text], `${this.#name}.story.json`, { type: 'application/json' });
  }

  async file(format: StoryFormat, { signal, onProgress }: StoryWork): Promise<File> {
    const { story } = this.#stories;
    if (story.steps.length === 0) throw new Failure('not-found', 'The story has no steps yet.');
    const of = story.steps.length;
    const tell = (phase: StoryProgress['phase'], step: number) => onProgress?.({ phase, step, of });
    const steps = await this.#requests(story, signal, (step) => tell('reading', step));
    const onDrawn = (step: number) => tell('drawing', step);
    const blob =
      format === 'svg' || format === 'png'
        ? await this.#zip(format, { story, steps }, signal, onDrawn)
        : await this.#whole(format, { story, steps }, signal, onDrawn);
    return new File([blob], `${this.#name}${ENDINGS[format]}`, { type: blob.type });
  }

  /** What goes into a portable bundle, with the nodes that its steps show; null where there is no story. */
  async part(
    signal: AbortSignal,
  ): Promise<(StoryPart & { readonly nodes: readonly number[]; readonly steps: number }) | null> {
    await this.#stories.ready;
    const { story } = this.#stories;
    if (story.steps.length === 0) return null;
    const nodes = new Set<number>();
    for (const at of story.steps.keys()) {
      signal.throwIfAborted();
      const view = this.#stories.viewOf(at);
      const shown = view && (await this.#ground.showing.pictureOf(view).catch(() => null));
      shown?.graph.forEachNode((_, { node }) => nodes.add(node));
    }
    const bytes = new Uint8Array(await (await this.own()).arrayBuffer());
    return { bytes, sha256: await hashOf(bytes), nodes: [...nodes], steps: story.steps.length };
  }

  get #name(): string {
    return named(this.#stories.story.title) || 'story';
  }

  async #requests(
    { steps }: Story,
    signal: AbortSignal,
    onRead: (step: number) => void,
  ): Promise<FigureRequest[]> {
    const highlights = await this.#stories.named(steps.map(({ highlight }) => highlight));
    const { settings, date } = this.#maker.wanted;
    const requests: FigureRequest[] = [];
    for (const [at, { title, words }] of steps.entries()) {
      signal.throwIfAborted();
      onRead(at + 1);
      const view = this.#stories.viewOf(at);
      if (!view) continue;
      const own = { ...settings, title, highlight: highlights[at] ?? [] };
      const request = this.#maker.requestOf(view, { settings: own, date, lead: words });
      requests.push(await request.catch((reason: unknown) => failStep(at + 1, reason)));
    }
    return requests;
  }

  async #whole(
    format: WholeStoryFormat,
    request: { readonly story: Story; readonly steps: readonly FigureRequest[] },
    signal: AbortSignal,
    onDrawn: (step: number) => void,
  ): Promise<Blob> {
    return (await this.#maker.figures()).story(format, request, { signal, onDrawn });
  }

  async #zip(
    format: 'svg' | 'png',
    { story, steps }: { readonly story: Story; readonly steps: readonly FigureRequest[] },
    signal: AbortSignal,
    onDrawn: (step: number) => void,
  ): Promise<Blob> {
    const figures = await this.#maker.figures();
    const files: [string, Uint8Array][] = [];
    for (const [at, request] of steps.entries()) {
      const blob = await figures.make(format, request, signal);
      const title = named(story.steps[at]?.title ?? '');
      const number = String(at + 1).padStart(2, '0');
      files.push([`${number}${title && `-${title}`}.${format}`, new Uint8Array(await blob.arrayBuffer())]);
      onDrawn(at + 1);
    }
    return (await this.#exporting.files(Object.fromEntries(files), signal)).blob;
  }
}

function failStep(step: number, reason: unknown): never {
  const kind = reason instanceof Failure ? reason.kind : 'unreadable';
  throw new Failure(kind, `Step ${step} cannot be drawn. ${describeFailure(reason)}`, { cause: reason });
}

function named(title: string): string {
  return title
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
