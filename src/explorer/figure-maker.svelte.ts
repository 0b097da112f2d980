import { version } from '../../package.json';
import type { Figures, FigureRequest, Preview } from '../figures';
import {
  DEFAULT_FIGURE,
  Failure,
  HOME_CAMERA,
  NO_DOCUMENTS,
  writeLink,
  type DocumentMark,
  type FigureFacts,
  type FigureFormat,
  type FigureSettings,
  type Recipe,
  type Scene,
  type View,
} from '../model';
import type { EvidenceGraph } from '../graph';
import type { Positions } from '../layout';
import { withPublicIds, type Shown } from '../picture';
import { readFigureDocuments } from '../queries';
import { buildScene, type Changes } from '../scene';
import { EarlierSnapshot } from './earlier-snapshot.svelte';
import { drawnLegend } from './figure-legend';
import { filtersInWords } from './filters-in-words';
import type { Ground } from './tools';

/** How a figure is wanted: its settings, and the ISO day that it bears. */
export type FigureWanted = Pick<Recipe, 'settings' | 'date'>;

/** What is on the stage as a figure: the same View at the size of a page, set for print. */
export class FigureMaker {
  /** What the editor was left with; a figure that is opened brings its own. */
  wanted = $state.raw<FigureWanted>({ settings: DEFAULT_FIGURE, date: today() });
  readonly #ground: Ground;
  #figures: Figures | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async preview(wanted: FigureWanted, signal: AbortSignal): Promise<Preview> {
    const request = await this.#request(wanted, this.#stage());
    return (await this.figures()).preview(request, signal);
  }

  /** `scale` is of PNG alone: pixels for one at 96 to the inch. */
  async file(
    format: FigureFormat,
    wanted: FigureWanted,
    { scale = 2, signal }: { readonly scale?: number; readonly signal: AbortSignal },
  ): Promise<File> {
    const request = await this.#request(wanted, this.#stage());
    const blob = await (await this.figures()).make(format, { ...request, scale }, signal);
    const { focus } = this.#ground.showing.namedView;
    const name = (focus ?? 'corollary').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
    return new File([blob], `${name}.${endingOf(format)}`, { type: blob.type });
  }

  /** What a View would show, as a figure: the stage stays as it is. `lead` stands under the title. */
  async requestOf(view: View, wanted: FigureWanted & { readonly lead: string }): Promise<FigureRequest> {
    const { graph, picture } = await this.#ground.showing.pictureOf(view);
    const named = withPublicIds(view, picture.names);
    const scene = buildScene({ graph, positions: picture.positions, view: named, frame: ANY_FRAME });
    const { lead, settings, date } = wanted;
    const own = { ...settings, caption: '' };
    const request = await this.#request(
      { settings: own, date },
      { graph, picture, scene, view: named, changes: null },
      lead,
    );
    return { ...request, recipe: { ...request.recipe, settings: { ...settings, caption: lead } } };
  }

  #stage(): Staged {
    const { shown, scene, namedView, changes } = this.#ground.showing;
    if (!shown || !scene) throw new Failure('not-found', 'Nothing is on the stage yet.');
    return { ...shown, scene, changes, view: { ...namedView, camera: HOME_CAMERA, selection: [] } };
  }

  /** The worker that draws. */
  async figures(): Promise<Figures> {
    const { Figures } = await import('../figures');
    return (this.#figures ??= new Figures());
  }

  async #request(
    { settings, date }: FigureWanted,
    { graph, picture, scene, view, changes }: Staged,
    lead = '',
  ): Promise<FigureRequest> {
    const { frameFor } = await import('../figures');
    const documents = await this.documentsOf(graph);
    const facts = factsOf(scene, view, { documents, date });
    const legend = drawnLegend(scene);
    const frame = frameFor({ scene: { ...scene, legend }, settings, facts, lead });
    return {
      scene: {
        ...buildScene({ graph, positions: withinPage(picture.positions, view), view, frame, changes }),
        legend,
      },
      ...{ settings, facts, lead, placement: 'print' },
      recipe: { ...recipeOf(view, settings, facts), ...(changes && this.#earlier()) },
    };
  }

  /** The snapshot that what is drawn was compared with. */
  #earlier(): Pick<Recipe, 'earlier'> {
    const { name, documents } = this.#ground.tool(EarlierSnapshot);
    return name === null ? {} : { earlier: { name, documents: documents.map(onAnyHost) } };
  }

  /** By names that are the same on every host. */
  async documentsOf(graph: EvidenceGraph): Promise<DocumentMark[]> {
    const nodes = graph.mapNodes((_, { node }) => node);
    const connection = await this.#ground.library.connection();
    const read = await readFigureDocuments(connection, [...new Set(nodes)]);
    return read.map(onAnyHost);
  }
}

/** What is decided of a figure before its page is known. */
interface Staged extends Shown {
  readonly scene: Scene;
  /** With public ids. */
  readonly view: View;
  /** From an earlier snapshot that is drawn with it. */
  readonly changes: Changes | null;
}

/** Legend, caption and verdicts do not depend on it. */
const ANY_FRAME = { width: 1200, height: 800 };

function onAnyHost({ name, sha256 }: DocumentMark): DocumentMark {
  return { name: name.replace(document.baseURI.replace(/[?#].*$/, ''), ''), sha256 };
}

/** What was dragged out of the picture is on the page too. */
function withinPage(positions: Positions, { pins }: View): Positions {
  const { bounds } = positions;
  const pinned = positions.id.flatMap((id) => (Object.hasOwn(pins, id) ? [pins[id] ?? [0, 0]] : []));
  const [x, y] = [pinned.map((pin) => pin[0]), pinned.map((pin) => pin[1])];
  return {
    ...positions,
    bounds: {
      left: Math.min(bounds.left, ...x),
      right: Math.max(bounds.right, ...x),
      top: Math.min(bounds.top, ...y),
      bottom: Math.max(bounds.bottom, ...y),
    },
  };
}

function factsOf(
  { nodes, legend }: Scene,
  { filters, hidden, layout, layoutSettings: { seed }, pins }: View,
  { documents, date }: Pick<FigureFacts, 'documents' | 'date'>,
): FigureFacts {
  const byHand = nodes.filter(({ id }) => Object.hasOwn(pins, id)).length;
  const verdicts: Partial<Record<Scene['nodes'][number]['trust'], number>> = {};
  for (const { kind, trust } of nodes)
    if (kind === 'paper' || kind === 'stub') verdicts[trust] = (verdicts[trust] ?? 0) + 1;
  return {
    ...{ documents, date, verdicts, seed, appVersion: version },
    layout: byHand === 0 ? layout : `${layout}, ${byHand} placed by hand`,
    filtered: filtersInWords(filters, { hidden: hidden.length, legend }),
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
