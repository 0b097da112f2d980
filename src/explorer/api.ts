import {
  CONE_SHAPES,
  Failure,
  NO_FILTERS,
  parseAlias,
  type Direction,
  type FigureFormat,
  type FigureSettings,
  type LoadReport,
  type Measure,
  type Scene,
  type SingleMeasure,
  type StoryFormat,
  type View,
  type Verdict,
} from '../model';
import { readChecks, resolveNode, rowsOf } from '../queries';
import type { Keepable } from '../workspace';
import type { SnapshotDifference } from './compare-with';
import type { CorpusReport } from './corpus-reader.svelte';
import type { Explorer } from './explorer.svelte';
import type { GivenKey } from './trust.svelte';

/** A View whose filters may name only those that are wanted: the others let everything through. */
export type GivenView = Omit<View, 'filters'> & { readonly filters: Partial<View['filters']> };

/** `window.corollary`: for scripts, embedding pages and tests. Each verb resolves when the stage shows the result. */
export interface CorollaryApi {
  readonly ready: Promise<void>;
  open(sources: readonly (File | string)[]): Promise<LoadReport>;
  show(id: string, view?: Partial<GivenView>): Promise<void>;
  view(): View;
  setView(view: GivenView): Promise<void>;
  sql(text: string, parameters?: readonly (string | number | boolean | null)[]): Promise<object[]>;
  scene(): Scene;
  /** Trusts an Ed25519 public key (PEM, JWK, OpenSSH, hex or base64) and makes all verdicts again under it. */
  trust(key: GivenKey): Promise<void>;
  /** Works related to some, by a measure: `coupling`, `cocitation`, `links`, `pagerank`, `words` or `combined`. */
  related(
    seeds: readonly string[],
    options?: { readonly measure?: Measure; readonly limit?: number },
  ): Promise<{ id: string; score: number; parts: Readonly<Partial<Record<SingleMeasure, number>>> }[]>;
  /** Paths between two nodes or lists of nodes, the shortest first; lines as `from → to`. */
  paths(
    from: string | readonly string[],
    to: string | readonly string[],
    options?: { readonly k?: number; readonly slack?: number; readonly direction?: Direction },
  ): Promise<{ ids: string[]; lines: string[] }[]>;
  /** What a formal statement rests on, or what rests on it; uses whose site is not told are in both kinds of cone. */
  cone(
    theorem: string,
    options?: { readonly direction?: 'up' | 'down'; readonly through?: 'statement' | 'proof' },
  ): Promise<string[]>;
  /** What is on the stage as a figure; `scale` is of PNG, `date` an ISO day that it bears instead of today's. */
  figure(
    format: FigureFormat,
    settings?: Partial<FigureSettings> & { readonly date?: string; readonly scale?: number },
  ): Promise<File>;
  /** A file for other tools: of `selection`, what is `shown` or `all`; of a format for tables also a `table` by its name. */
  export(
    format: string,
    options?: { readonly scope?: 'selection' | 'shown' | 'all'; readonly table?: string },
  ): Promise<File>;
  /** The story that is made here: its own file, or `svg`, `png` (a zip of a file a step), `pdf`, `deck` or `reveal`. */
  story(format?: StoryFormat): Promise<File>;
  /**
   * Compares what is loaded with an earlier snapshot, which is read apart from it and drawn with it; resolves with what is
   * new, gone and changed. Without sources the comparison ends.
   */
  compareWith(sources: readonly (File | string)[]): Promise<SnapshotDifference | null>;
  /** Reads what is shown of a corpus (see the README) where it lies, beside what is loaded. */
  corpus(url: string): Promise<CorpusReport>;
  checks(id: string): Promise<{ subject: string; check: string; verdict: Verdict; detail: string }[]>;
}

export function createApi(explorer: Explorer, ready: Promise<void>): CorollaryApi {
  return {
    ready,
    open: (sources) => explorer.open(sources.map(sourceOf)),
    show: async (id, view = {}) => {
      if (typeof id !== 'string') throw new Failure('bad-argument', 'show(id, view?) takes an id as text.');
      explorer.allowLarge();
      // The name of a claim is not that of a work with another sign in it.
      await explorer.show(id.includes('#') ? id : (parseAlias(id) ?? id), checkedView(view));
    },
    view: () => explorer.view,
    setView: async (view) => {
      explorer.allowLarge();
      await explorer.setView({ ...explorer.view, ...checkedView(view) });
    },
    sql: async (text, parameters) => rowsOf<object>(await explorer.sql(text, parameters)),
    scene: () => {
      if (!explorer.scene) throw new Failure('not-found', 'Nothing is on the stage yet; wait for `ready`.');
      return explorer.scene;
    },
    trust: (key) => explorer.trust.add(key),
    related: async (seeds, options) => {
      const { relatedTo } = await import('./related-to');
      return relatedTo(explorer, seeds, options);
    },
    paths: async (from, to, options) => {
      const { pathsBetween } = await import('./paths-between');
      return pathsBetween(explorer, from, to, options);
    },
    cone: async (theorem, options) => {
      const { coneOf } = await import('./cone-of');
      return coneOf(explorer, theorem, options);
    },
    figure: async (format, settings) => {
      const { figureFile } = await import('./figure-file');
      return figureFile(explorer, format, settings);
    },
    export: async (format, options) => {
      const { exportFile } = await import('./export-file');
      return exportFile(explorer, format, options);
    },
    story: async (format) => {
      const { storyFile } = await import('./story-file');
      return storyFile(explorer, format);
    },
    compareWith: async (sources) => {
      const { differenceFrom } = await import('./compare-with');
      return differenceFrom(explorer, sources.map(sourceOf));
    },
    corpus: (url) => explorer.corpora.show(url),
    checks: async (id) => {
      const connection = await explorer.connection();
      const node = await resolveNode(connection, id);
      if (node === null) throw new Failure('not-found', `${id} is not in what is loaded.`);
      const checks = await readChecks(connection, node);
      return checks.map(({ subject, check, verdict, detail }) => ({ subject, check, verdict, detail }));
    },
  };
}

function sourceOf(source: File | string): Keepable {
  if (typeof source === 'string') return { kind: 'url', url: new URL(source, document.baseURI).href };
  if (source instanceof Blob)
    return { kind: 'file', name: source.webkitRelativePath || source.name, blob: source };
  throw new Failure('bad-argument', 'open(sources) takes Files and addresses.');
}

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  direction: ['references', 'citing', 'both'],
  depth: [1, 2, 3],
  layout: ['timeline', 'force', 'rings', 'layers'],
};

const CONE_CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  shape: CONE_SHAPES,
  through: ['statement', 'proof'],
  reduced: [true, false],
};

function checkedCone(cone: View['cone'] | undefined): void {
  if (cone === null || cone === undefined) return;
  const isWhole = Object.entries(CONE_CHOICES).every(([key, options]) =>
    options.includes(cone[key as keyof typeof cone]),
  );
  if (typeof cone.of !== 'string' || !isWhole)
    throw new Failure(
      'bad-argument',
      `A cone has of (an id), shape (${CONE_SHAPES.join(', ')}), through (statement, proof) and reduced (true, false).`,
    );
}

function checkedView({ filters, ...view }: Partial<GivenView>): Partial<View> {
  checkedCone(view.cone);
  for (const [key, options] of Object.entries(CHOICES)) {
    const value: unknown = view[key as keyof typeof view];
    if (value !== undefined && !options.includes(value)) {
      throw new Failure(
        'bad-argument',
        `A View's ${key} is one of ${options.join(', ')}, not ${JSON.stringify(value)}.`,
      );
    }
  }
  return filters === undefined ? view : { ...view, filters: checkedFilters({ ...NO_FILTERS, ...filters }) };
}

function checkedFilters(filters: View['filters']): View['filters'] {
  const lists: readonly unknown[] = [filters.off, ...Object.values(filters.facets)];
  if (lists.every(Array.isArray) && typeof filters.query === 'string') return filters;
  throw new Failure('bad-argument', 'Filters have lists of values (off, facets) and a query as text.');
}
