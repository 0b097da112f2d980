import { version } from '../../package.json';
import { Figures, frameFor, type FigureFormat, type FigureRequest, type Preview } from '../figures';
import {
  DEFAULT_FIGURE,
  Failure,
  HOME_CAMERA,
  NO_DOCUMENTS,
  writeLink,
  type DocumentMark,
  type FigureFacts,
  type FigureSettings,
  type Recipe,
  type Scene,
  type View,
} from '../model';
import { readFigureDocuments } from '../queries';
import { buildScene } from '../scene';
import { filtersInWords } from './filters-in-words';
import type { Ground } from './tools';

/** How a figure is wanted: its settings, and the ISO day that it bears. */
export type FigureWanted = Pick<Recipe, 'settings' | 'date'>;

/** What is on the stage as a figure: the same View at the size of a page, set for print. */
export class FigureMaker {
  /** What the editor was left with; a figure that is opened brings its own. */
  wanted = $state.raw<FigureWanted>({ settings: DEFAULT_FIGURE, date: today() });
  readonly #ground: Ground;
  readonly #figures = new Figures();
  #documents: { readonly revision: number; readonly read: Promise<readonly DocumentMark[]> } | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** `screen` places labels as on the stage, sooner than `print`. */
  async preview(
    wanted: FigureWanted,
    placement: FigureRequest['placement'],
    signal: AbortSignal,
  ): Promise<Preview> {
    return this.#figures.preview(await this.#request(wanted, placement), signal);
  }

  /** `scale` is of PNG alone: pixels for one at 96 to the inch. */
  async file(
    format: FigureFormat,
    wanted: FigureWanted,
    { scale = 2, signal }: { readonly scale?: number; readonly signal: AbortSignal },
  ): Promise<File> {
    const request = await this.#request(wanted, 'print');
    const blob = await this.#figures.make(format, { ...request, scale }, signal);
    const { focus } = this.#ground.showing.namedView;
    const name = (focus ?? 'corollary').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
    return new File([blob], `${name}.${endingOf(format)}`, { type: blob.type });
  }

  async #request(
    { settings, date }: FigureWanted,
    placement: FigureRequest['placement'],
  ): Promise<FigureRequest> {
    const { shown, scene, namedView } = this.#ground.showing;
    if (!shown || !scene) throw new Failure('not-found', 'Nothing is on the stage yet.');
    const documents = await this.#read();
    const view: View = { ...namedView, camera: HOME_CAMERA, selection: [] };
    const facts = factsOf(scene, view, { documents, date });
    const frame = frameFor({ scene, settings, facts });
    const { graph, picture } = shown;
    return {
      scene: buildScene({ graph, positions: picture.positions, view, frame }),
      ...{ settings, facts, placement },
      recipe: recipeOf(view, settings, facts),
    };
  }

  #read(): Promise<readonly DocumentMark[]> {
    const { library } = this.#ground;
    const { revision } = library;
    if (this.#documents?.revision !== revision)
      this.#documents = { revision, read: library.connection().then(readFigureDocuments) };
    return this.#documents.read;
  }
}

function factsOf(
  { nodes }: Scene,
  { filters, hidden, layout, layoutSettings: { seed } }: View,
  { documents, date }: Pick<FigureFacts, 'documents' | 'date'>,
): FigureFacts {
  const verdicts: Partial<Record<Scene['nodes'][number]['trust'], number>> = {};
  for (const { kind, trust } of nodes)
    if (kind === 'paper' || kind === 'stub') verdicts[trust] = (verdicts[trust] ?? 0) + 1;
  return {
    ...{ documents, date, verdicts, layout, seed, appVersion: version },
    filtered: filtersInWords(filters, hidden.length),
  };
}

function recipeOf(
  view: View,
  settings: FigureSettings,
  { documents, date, appVersion }: FigureFacts,
): Recipe {
  const link = writeLink({ view, documents: NO_DOCUMENTS });
  return { version: 1, view: link, date, settings, documents, appVersion };
}

/** As the calendar on the wall says. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function endingOf(format: FigureFormat): string {
  return format === 'tikz' ? 'tex' : format;
}
