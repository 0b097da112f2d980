import { version } from '../../package.json';
import { readDatabaseState } from '../queries';
import type { QueryTime } from '../tables';
import type { CorpusReader } from './corpus-reader.svelte';
import type { Ground } from './tools';

export interface DiagnosticsPart {
  readonly name: string;
  readonly rows: readonly (readonly [what: string, value: string])[];
}

/** The first so many that take most time are told. */
const MOST_QUERIES = 12;

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/**
 * What a report of a fault needs: versions, memory, counts, times. Nothing of what is loaded or was typed is in it: no
 * title, name of a file or address, and of our own questions their texts without what was asked for.
 */
export class Diagnostics {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async read(): Promise<DiagnosticsPart[]> {
    const { corpora, library, showing } = this.#ground;
    const tables = await library.tables();
    const state = await readDatabaseState(tables.connection);
    const { scene } = showing;
    return [
      {
        name: 'Versions',
        rows: [
          ['Corollary', version],
          ['DuckDB', state.version],
          ['browser', navigator.userAgent],
        ],
      },
      {
        name: 'Machine',
        rows: [
          ['processors', String(navigator.hardwareConcurrency)],
          ['screen', `${window.innerWidth} × ${window.innerHeight} at ${window.devicePixelRatio}`],
          ['WebGL', webglOf()],
        ],
      },
      { name: 'Memory', rows: [['database', megabytes(state.memory)], ...heap()] },
      {
        name: 'Loaded',
        rows: Object.entries(library.holdings?.counts ?? {}).map(([of, count]) => [of, NUMBER.format(count)]),
      },
      {
        name: 'On the stage',
        rows: scene
          ? [
              ['nodes', NUMBER.format(scene.nodes.length)],
              ['lines', NUMBER.format(scene.lines.length)],
            ]
          : [],
      },
      { name: 'Over the network', rows: network() },
      ...(corpora.current ? ofCorpus(corpora.current) : []),
      { name: 'Long tasks of this page', rows: await longTasks() },
      {
        name: 'Questions to the database, the longest first',
        rows: tables.timings().slice(0, MOST_QUERIES).map(timeInWords),
      },
    ];
  }
}

/** What it was asked is told by its kind alone. */
function ofCorpus(corpus: CorpusReader): DiagnosticsPart[] {
  const { requests, bytes, kept } = corpus.usage;
  return [
    {
      name: 'Corpus',
      rows: [
        ['answered by', corpus.about.engine ? 'ClickHouse' : 'ranges of its files'],
        ['requests', NUMBER.format(requests)],
        ['received', megabytes(bytes)],
        ['from what was kept here', megabytes(kept)],
      ],
    },
    { name: 'Questions to the corpus, the longest first', rows: corpus.timings().map(timeInWords) },
  ];
}

function timeInWords({ sql, runs, total, longest }: QueryTime): [string, string] {
  return [
    sql.replace(/\s+/g, ' ').trim().slice(0, 120),
    runs === 1
      ? `${NUMBER.format(total)} ms`
      : `${runs} × ${NUMBER.format(total / runs)} ms, at most ${NUMBER.format(longest)} ms`,
  ];
}

/** For a report of a fault. */
export function diagnosticsAsText(parts: readonly DiagnosticsPart[]): string {
  return parts
    .map(({ name, rows }) => [name, ...rows.map(([what, value]) => `  ${what}: ${value}`)].join('\n'))
    .join('\n');
}

function megabytes(bytes: number): string {
  return `${NUMBER.format(bytes / 1e6)} MB`;
}

/** Only Chromium tells. */
function heap(): [string, string][] {
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  return memory ? [['page', megabytes(memory.usedJSHeapSize)]] : [];
}

function webglOf(): string {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return 'none';
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = named && context.getParameter(named.UNMASKED_RENDERER_WEBGL);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' ? renderer : 'WebGL 2';
}

/** What the browser still remembers of this page's own requests; those of workers are not among them. */
function network(): [string, string][] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const foreign = entries.filter(({ name }) => new URL(name).origin !== window.location.origin);
  const bytes = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return [
    ['requests', NUMBER.format(entries.length)],
    ['to other origins', NUMBER.format(foreign.length)],
    ['received', megabytes(bytes)],
  ];
}

/** Over 50 ms, as far as the browser remembers them; only Chromium tells. */
async function longTasks(): Promise<[string, string][]> {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return [];
  const durations = await new Promise<number[]>((resolve) => {
    const observer = new PerformanceObserver((list) => finish(list.getEntries()));
    const finish = (entries: readonly PerformanceEntry[]) => {
      observer.disconnect();
      resolve(entries.map(({ duration }) => duration));
    };
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => finish([]), 200);
  });
  return [
    ['how many', NUMBER.format(durations.length)],
    ['in all', `${NUMBER.format(durations.reduce((sum, one) => sum + one, 0))} ms`],
    ['the longest', `${NUMBER.format(Math.max(0, ...durations))} ms`],
  ];
}
