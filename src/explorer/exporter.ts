import {
  BIBLIOGRAPHY_FORMATS,
  BUNDLE_FORMATS,
  DATABASE_FORMATS,
  Exporting,
  exportGraph,
  exportTable,
  GRAPH_FORMATS,
  TABLE_FORMATS,
  type AnswerToExport,
  type BibliographyFormat,
  type AllInput,
  type ExportGraph,
  type ExportTable,
  type FileFormat,
  type GraphFormat,
  type TableFormat,
} from '../exports';
import { Failure } from '../model';
import {
  readAllWorks,
  readBibliography,
  readEverything,
  readPortableEvidence,
  readSchema,
  type BibliographyWork,
  type Neighbourhood,
  type SchemaTable,
} from '../queries';
import { THEMES } from '../scene';
import { portableOf, wantedParts } from './portable';
import { StoryFiles } from './story-files';
import type { Ground } from './tools';

/** `all`: everything that is loaded. */
export type ExportScope = (typeof EXPORT_SCOPES)[number];
export const EXPORT_SCOPES = ['selection', 'shown', 'all'] as const;

export type ExportKind = 'graph' | 'bibliography' | 'table' | 'database' | 'bundle';

export const EXPORT_FORMATS: Readonly<Record<ExportKind, readonly FileFormat<string>[]>> = {
  graph: GRAPH_FORMATS,
  bibliography: BIBLIOGRAPHY_FORMATS,
  table: TABLE_FORMATS,
  database: DATABASE_FORMATS,
  bundle: BUNDLE_FORMATS,
};

export interface ExportWanted {
  /** The `id` of one of `EXPORT_FORMATS`. */
  readonly format: string;
  readonly scope: ExportScope;
  /** Of a format for tables: `nodes` or `lines` of the scope, or a whole table of the database. */
  readonly table: string;
  /** Of a bundle: whether the story goes with it, with the documents that its steps need; it does where not said. */
  readonly hasStory?: boolean;
}

export interface ExportFile {
  readonly name: string;
  readonly blob: Blob;
  /** How many of what are in it. */
  readonly counts: Readonly<
    Partial<Record<'nodes' | 'lines' | 'works' | 'rows' | 'tables' | 'documents' | 'steps', number>>
  >;
}

/** What is loaded and shown as files, written in a worker; the colours are those for light screens, however it is read. */
export class Exporter {
  readonly #ground: Ground;
  readonly #exporting = new Exporting();
  #everything: { readonly revision: number; readonly rows: Promise<Neighbourhood> } | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Selected nodes that are on the stage. */
  get selected(): ReadonlySet<string> {
    const { scene, namedView } = this.#ground.showing;
    const shown = new Set(scene?.nodes.map(({ id }) => id));
    return new Set(namedView.selection.filter((id) => shown.has(id)));
  }

  /** The tables of the database. */
  async tables(): Promise<readonly SchemaTable[]> {
    return readSchema(await this.#ground.library.connection());
  }

  async file(wanted: ExportWanted, signal: AbortSignal): Promise<ExportFile> {
    const { format, scope, table } = wanted;
    const isWhole = isOneOf(TABLE_FORMATS, format) && table !== 'nodes' && table !== 'lines';
    const name = isWhole ? table : this.#nameOf(isOneOf(DATABASE_FORMATS, format) ? 'all' : scope);
    return { name: `${name}.${endingOf(format)}`, ...(await this.#make(wanted, signal)) };
  }

  async #make(
    { format, scope, table, hasStory = true }: ExportWanted,
    signal: AbortSignal,
  ): Promise<Pick<ExportFile, 'blob' | 'counts'>> {
    if (isOneOf(GRAPH_FORMATS, format)) {
      return this.#exporting.graph(format as GraphFormat, await this.#graph(scope), signal);
    }
    if (isOneOf(BIBLIOGRAPHY_FORMATS, format)) {
      return this.#exporting.bibliography(format as BibliographyFormat, await this.#works(scope), signal);
    }
    if (isOneOf(DATABASE_FORMATS, format)) return this.#database(signal);
    if (isOneOf(BUNDLE_FORMATS, format)) return this.#bundle(scope, hasStory, signal);
    if (!isOneOf(TABLE_FORMATS, format))
      throw new Failure('bad-argument', `There is no format ${JSON.stringify(format)} to export to.`);
    if (table === 'nodes' || table === 'lines')
      return this.#exporting.graphTable(format as TableFormat, await this.#graph(scope), table, signal);
    return this.#exporting.table(format as TableFormat, await this.#table(table), signal);
  }

  /** What SQL came to, as far as it was fetched, or a list. */
  async answer(
    format: TableFormat,
    answer: AnswerToExport,
    name: string,
    signal: AbortSignal,
  ): Promise<ExportFile> {
    const made = await this.#exporting.table(format, exportTable(answer), signal);
    return { name: `${name}.${endingOf(format)}`, ...made };
  }

  async #database(signal: AbortSignal): Promise<Pick<ExportFile, 'blob' | 'counts'>> {
    const { library } = this.#ground;
    const [found, { databaseFile }] = await Promise.all([this.tables(), import('../tables')]);
    const blob = await databaseFile(await library.tables(), signal);
    const whole = found.filter(({ isView }) => !isView);
    const rows = whole.reduce((sum, { rowCount }) => sum + rowCount, 0);
    return { blob, counts: { tables: whole.length, rows } };
  }

  async #bundle(
    scope: ExportScope,
    hasStory: boolean,
    signal: AbortSignal,
  ): Promise<Pick<ExportFile, 'blob' | 'counts'>> {
    const { library, showing } = this.#ground;
    const connection = await library.connection();
    const told = hasStory ? await this.#ground.tool(StoryFiles).part(signal) : null;
    const ofScope =
      scope === 'all'
        ? (await readEverything(connection)).nodes.node
        : [...this.#idsOf(scope)].map((id) => this.#stage().graph.getNodeAttribute(id, 'node'));
    const nodes = new Set([...ofScope, ...(told?.nodes ?? [])]);
    const evidence = await readPortableEvidence(connection, [...nodes]);
    const found = await library.parts(wantedParts(evidence), signal);
    const title = showing.scene?.caption[0] ?? 'Corollary';
    const view = { ...showing.namedView, selection: [] };
    const input = portableOf(found, { title, view, story: told });
    const { blob } = await this.#exporting.portable(input, signal);
    return { blob, counts: { documents: found.length, ...(told && { steps: told.steps }) } };
  }

  async #works(scope: ExportScope): Promise<BibliographyWork[]> {
    const connection = await this.#ground.library.connection();
    if (scope === 'all') return readBibliography(connection, await readAllWorks(connection));
    const { graph } = this.#stage();
    const nodes = [...this.#idsOf(scope)].map((id) => graph.getNodeAttribute(id, 'node'));
    return readBibliography(
      connection,
      [...new Set(nodes)].filter((node) => node > 0),
    );
  }

  #stage() {
    const { shown, scene } = this.#ground.showing;
    if (!shown || !scene) throw new Failure('not-found', 'Nothing is on the stage yet.');
    return { graph: shown.graph, scene };
  }

  #idsOf(scope: 'selection' | 'shown'): ReadonlySet<string> {
    return scope === 'selection' ? this.selected : new Set(this.#stage().scene.nodes.map(({ id }) => id));
  }

  async #graph(scope: ExportScope): Promise<ExportGraph | AllInput> {
    if (scope === 'all') return this.#all();
    const ids = this.#idsOf(scope);
    return exportGraph({ ...this.#stage(), theme: THEMES.light, ids, lines: 'drawn' });
  }

  /** Read once after each load. */
  async #all(): Promise<AllInput> {
    const { library } = this.#ground;
    const { revision } = library;
    if (this.#everything?.revision !== revision)
      this.#everything = { revision, rows: library.connection().then(readEverything) };
    const { scene } = this.#stage();
    return { rows: await this.#everything.rows, scene, theme: THEMES.light };
  }

  async #table(name: string): Promise<ExportTable> {
    const found = (await this.tables()).find((table) => table.name === name);
    if (!found) throw new Failure('bad-argument', `There is no table ${JSON.stringify(name)}.`);
    const connection = await this.#ground.library.connection();
    const rows = await connection.query(`FROM "${found.name.replaceAll('"', '""')}"`);
    const columns = found.columns.map((column) => rows.values(column.name));
    return exportTable({
      columns: found.columns,
      rowCount: rows.rowCount,
      cell: (row, column) => columns[column]?.[row],
    });
  }

  #nameOf(scope: ExportScope): string {
    const { focus } = this.#ground.showing.namedView;
    if (scope === 'all') return 'corollary';
    const of = (focus ?? 'corollary').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
    return scope === 'selection' ? `${of}-selection` : of;
  }
}

function isOneOf(formats: readonly FileFormat<string>[], id: string): boolean {
  return formats.some((format) => format.id === id);
}

function endingOf(id: string): string {
  const all = Object.values(EXPORT_FORMATS).flat();
  return all.find((format) => format.id === id)?.ending ?? '';
}
