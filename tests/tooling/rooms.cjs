// @ts-check
/**
 * The walls of the house, for dependency-cruiser: which room may import which, and which packages. The same table
 * is shown to people in src/README.md. A room is a folder of src; its door is index.ts.
 *
 * @typedef {object} Room
 * @property {readonly string[]} [imports] rooms it may import, by their doors
 * @property {readonly string[]} [types] rooms it may import types from
 * @property {readonly string[]} [packages] npm packages it may use, as patterns
 * @property {readonly string[]} [testPackages] npm packages that its tests alone may use, as patterns
 * @property {string} why said when the wall is hit
 */

/** Loaded by `import()` only: they hold the WebGL code and what writes figures, which the first bytes of the page do without. */
const LAZY_ROOMS = ['view', 'figures'];

/** Every room above the explorer. */
const FLOW = [
  ...[
    'model',
    'documents',
    'checks',
    'intake',
    'tables',
    'corpus',
    'queries',
    'graph',
    'find',
    'difference',
    'layout',
    'picture',
    'scene',
    'view',
  ],
  ...['figures', 'exports', 'workspace'],
];

/** @type {Record<string, Room>} */
const ROOMS = {
  model: { why: 'model is the words of the product; everything imports it, so it imports nothing.' },
  documents: {
    imports: ['model'],
    packages: ['valibot', 'fflate', 'jsonc-parser', 'saxes'],
    testPackages: ['csv-parse'],
    why: 'documents turns bytes into documents and knows nothing of what becomes of them.',
  },
  checks: {
    imports: ['model'],
    types: ['documents'],
    packages: ['@noble/hashes'],
    why: 'checks gives verdicts on documents by hashes and signatures; tables come later in the flow.',
  },
  intake: {
    imports: ['model', 'documents', 'checks'],
    packages: ['@uwdata/flechette'],
    why: 'intake is a worker that makes table rows as Arrow; the tables themselves live in another worker.',
  },
  tables: {
    imports: ['model'],
    types: ['intake'],
    packages: ['@duckdb/duckdb-wasm', '@uwdata/flechette'],
    why: 'tables is the only room that knows DuckDB, and it knows nothing of what is asked of it.',
  },
  corpus: {
    imports: ['model', 'tables'],
    packages: ['valibot'],
    why: 'corpus reads a little of what lies elsewhere, whatever answers there, and knows nothing of what is drawn.',
  },
  queries: {
    imports: ['model'],
    types: ['tables'],
    why: 'queries is SQL and typed rows over the Connection interface, whatever database is behind it.',
  },
  graph: {
    imports: ['model'],
    types: ['queries'],
    packages: ['graphology[^/]*'],
    why: 'graph is algorithms on rows, without a database, a screen or a framework.',
  },
  find: {
    imports: ['model'],
    types: ['queries'],
    packages: ['stemmer'],
    why: 'find computes answers from rows in its worker, without a database, a screen or a framework.',
  },
  difference: {
    imports: ['model'],
    types: ['queries'],
    why: 'difference compares rows of two snapshots in its worker, whatever databases they came from.',
  },
  layout: {
    imports: ['model'],
    types: ['graph'],
    packages: ['graphology[^/]*', 'd3-force', '@dagrejs/dagre'],
    why: 'layout gives positions to a graph, the same for the same input, without a screen.',
  },
  picture: {
    imports: ['model', 'queries', 'graph', 'layout'],
    types: ['tables'],
    packages: ['valibot'],
    why: 'picture is what is drawn before it knows its frame: plain data, computed or stored beside a sample.',
  },
  scene: {
    imports: ['model', 'graph'],
    types: ['layout'],
    why: 'scene says what is drawn, as plain data, so that a picture can be tested without a screen.',
  },
  view: {
    imports: ['model', 'scene'],
    packages: ['sigma', '@sigma/[^/]+', 'graphology[^/]*'],
    why: 'view draws a Scene and nothing else; it is the only room that touches WebGL.',
  },
  figures: {
    imports: ['model', 'scene'],
    packages: ['pdfkit', 'fontkit', '@noble/hashes', 'valibot', '@fontsource/source-sans-3'],
    why: 'figures writes a Scene as a file; what is in it was decided in scene.',
  },
  exports: {
    imports: ['model', 'graph'],
    types: ['queries'],
    packages: ['fflate', 'hyparquet-writer', '@uwdata/flechette'],
    testPackages: [
      ...['graphology[^/]*', '@hpcc-js/wasm-graphviz', 'cytoscape', 'csv-parse', '@citation-js/[^/]+'],
      ...['hyparquet', 'parquet-wasm', 'apache-arrow'],
    ],
    why: 'exports writes graphs and rows in the formats of others.',
  },
  explorer: {
    imports: FLOW,
    packages: ['svelte'],
    why: 'explorer drives the flow through the doors of the rooms; what a person sees is in ui.',
  },
  workspace: {
    imports: ['model'],
    packages: ['idb'],
    why: 'workspace keeps bytes, keys and Views between visits and understands none of them.',
  },
  ui: {
    imports: ['explorer', 'model', 'view'],
    packages: [
      'svelte',
      'bits-ui',
      '@tanstack/virtual-core',
      'temml',
      '@codemirror/[^/]+',
      '@lezer/highlight',
      'qr',
    ],
    why: 'ui shows the explorer and asks it for changes; data reaches a component through it alone.',
  },
  sw: { why: 'The service worker is one file of its own and shares no code with the page.' },
  programs: {
    imports: FLOW.filter((room) => room !== 'view'),
    packages: ['.+'],
    why: 'Programs run in Node, where there is no screen: no view, explorer or ui.',
  },
};

const TEST = '\\.test\\.ts$';

const DOOR = '^src/[^/]+/index\\.ts$';

/** What tests of any room may use besides what the room may use. */
const TEST_PACKAGES = ['vitest', '@vitest/[^/]+', 'fast-check'];

/** The same database for Node; the door itself opens it in a browser. */
const NODE_TABLES = '^src/tables/node\\.ts$';

/** What the browser is told of the fonts; a program measures the same files. */
const FONT_FACES = '^src/ui/fonts\\.css$';

/** dependency-cruiser does not follow a query into a package. */
const PACKAGE_FILE = '^@?[a-z][^:]*\\?(url|raw|worker)$';

/** @param {readonly string[]} rooms */
const inside = (rooms) => (rooms.length > 0 ? `^src/(${rooms.join('|')})/` : '^$');

/** @param {readonly string[]} packages */
const anyOf = (packages) =>
  packages.length > 0 ? `(^|/)node_modules/(@types/)?(${packages.join('|')})/` : '^$';

const walls = Object.entries(ROOMS).flatMap(
  ([room, { imports = [], types = [], packages = [], testPackages = [], why }]) => [
    {
      name: `${room}-imports`,
      comment: `${why} It may import: ${imports.join(', ') || 'no other room'}${types.length > 0 ? `; and types from ${types.join(', ')}` : ''}.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TEST },
      to: { path: '^src/[^/]+/', pathNot: [inside([room, ...imports, ...types]), FONT_FACES] },
    },
    {
      name: `${room}-imports-types`,
      comment: `${why} From ${types.join(', ')} it may take types only: write \`import type\`.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TEST },
      to: { path: inside(types), dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${room}-packages`,
      comment: `${why} Packages it may use: ${packages.join(', ') || 'none'}. A new one is a decision: change this table with its reason.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TEST },
      to: { path: '(^|/)node_modules/', pathNot: anyOf(packages) },
    },
    {
      name: `${room}-tests-packages`,
      comment: `A test of ${room} may use what ${room} may use, and ${[...testPackages, ...TEST_PACKAGES].join(', ')}.`,
      severity: 'error',
      from: { path: `^src/${room}/.*${TEST}` },
      to: {
        path: '(^|/)node_modules/',
        pathNot: anyOf([...packages, ...testPackages, ...TEST_PACKAGES, 'svelte']),
      },
    },
  ],
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...walls,
    {
      name: 'doors',
      comment:
        'A room is entered by its door, index.ts. If what you need is not there, ask whether it belongs to the ' +
        'room\u2019s promise; if so, add it to the door.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: ['^src/programs/', TEST] },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', DOOR] },
    },
    {
      name: 'doors-for-tests',
      comment:
        'A test may look inside its own room and enters others by the door, or by that of tables for Node.',
      severity: 'error',
      from: { path: `^src/([^/]+)/.*${TEST}` },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', DOOR, NODE_TABLES] },
    },
    {
      name: 'doors-for-programs',
      comment: 'A program enters rooms by the door, or by that of tables for Node.',
      severity: 'error',
      from: { path: '^src/programs/', pathNot: TEST },
      to: { path: '^src/[^/]+/', pathNot: ['^src/programs/', DOOR, NODE_TABLES, FONT_FACES] },
    },
    {
      name: 'lazy-rooms',
      comment:
        'view and figures are loaded by import(), so that the page starts without them; their types may be imported.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/programs/', `^src/(${LAZY_ROOMS.join('|')})/`, TEST] },
      to: { path: `^src/(${LAZY_ROOMS.join('|')})/`, dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'no-node-in-the-app',
      comment:
        'The app runs in a browser: node: modules are for programs, tests and the Node door of tables.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/programs/', NODE_TABLES, TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-the-app',
      comment: 'What tests are made of stays out of the app.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, '^src/programs/'] },
      to: { path: ['^tests/', TEST] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or hide a third that both need: name it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: it is finished with, or not yet begun.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/sw/sw\\.ts$', '^src/programs/[^/]+$', TEST] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere. Is the package in package.json, and the path right?',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: PACKAGE_FILE },
    },
    {
      name: 'database-files',
      comment: 'Files of a package are brought in by tables alone, for the database: others import modules.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tables/' },
      to: { path: PACKAGE_FILE },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
    },
  },
};
