import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import rooms from './rooms.cjs';

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

const DOORS = Object.fromEntries(
  ['model', 'documents', 'tables', 'scene', 'view', 'explorer', 'ui'].map((room) => [
    `src/${room}/index.ts`,
    `import './own'; export type Own = string; export const own = 1;`,
  ]),
);

interface Case {
  readonly story: string;
  readonly file: string;
  readonly code: string;
  /** The rules that refuse it. */
  readonly broken: readonly string[];
}

const CASES: readonly Case[] = [
  { story: 'a door', file: 'src/queries/a.ts', code: `import '../model';`, broken: [] },
  {
    story: 'types where types are allowed',
    file: 'src/queries/b.ts',
    code: `import type { Own } from '../tables'; export type B = Own;`,
    broken: [],
  },
  {
    story: 'a value where only types are allowed',
    file: 'src/queries/c.ts',
    code: `import { own } from '../tables'; export const c = own;`,
    broken: ['queries-imports-types'],
  },
  {
    story: 'the database outside tables',
    file: 'src/queries/d.ts',
    code: `import '@duckdb/duckdb-wasm';`,
    broken: ['queries-packages'],
  },
  {
    story: 'a file of the database outside tables',
    file: 'src/ui/e.ts',
    code: `import url from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'; export const e = url;`,
    broken: ['database-files'],
  },
  { story: 'a room below', file: 'src/model/f.ts', code: `import '../ui';`, broken: ['model-imports'] },
  {
    story: 'the inside of another room',
    file: 'src/scene/g.ts',
    code: `import '../model/own';`,
    broken: ['doors'],
  },
  {
    story: 'the view at once',
    file: 'src/ui/h.ts',
    code: `import { own } from '../view'; export const h = own;`,
    broken: ['lazy-rooms'],
  },
  {
    story: 'the view when it is needed',
    file: 'src/ui/i.ts',
    code: `import type { Own } from '../view'; export const i = (): Promise<{ own: Own | number }> => import('../view');`,
    broken: [],
  },
  {
    story: 'Node in the app',
    file: 'src/documents/j.ts',
    code: `import 'node:fs';`,
    broken: ['no-node-in-the-app'],
  },
  {
    story: 'a test that looks inside its own room, at another door and at Node',
    file: 'src/documents/k.test.ts',
    code: `import 'node:fs'; import 'vitest'; import 'fast-check'; import './own'; import '../tables';`,
    broken: [],
  },
  {
    story: 'a test inside another room',
    file: 'src/documents/l.test.ts',
    code: `import '../tables/own';`,
    broken: ['doors-for-tests'],
  },
  { story: 'a circle', file: 'src/model/m.ts', code: `import './m';`, broken: ['no-circles'] },
  {
    story: 'a file without ties',
    file: 'src/model/n.ts',
    code: `export const n = 1;`,
    broken: ['no-orphans'],
  },
  {
    story: 'a file that is not there',
    file: 'src/model/o.ts',
    code: `import './p';`,
    broken: ['resolvable'],
  },
];

let house: string;
let broken: readonly { readonly from: string; readonly rule: string }[];

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  house = mkdtempSync(join(CACHE, 'rooms-'));
  for (const [path, code] of Object.entries(DOORS)) {
    write(path, code);
    write(join(dirname(path), 'own.ts'), 'export {};');
  }
  for (const { file, code } of CASES) write(file, code);
  const { output } = await cruise(['src'], {
    ...rooms.options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: rooms.forbidden ?? [] },
  });
  broken = (output as ICruiseResult).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
});

afterAll(() => {
  rmSync(house, { recursive: true });
});

test.each(CASES)('the walls on $story', ({ file, broken: expected }) => {
  expect(broken.filter(({ from }) => from === file).map(({ rule }) => rule)).toEqual(expected);
});

test('every wall says why it stands', () => {
  for (const { name, comment } of rooms.forbidden ?? []) expect(comment, name).toMatch(/\w.{20,}[.?]$/);
});

function write(path: string, code: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), code);
}
