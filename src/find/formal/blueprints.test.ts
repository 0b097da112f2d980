import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../../intake';
import { STANDARD_AXIOMS } from '../../model';
import { readFormal, type FormalRows } from '../../queries';
import { loadTables, type Connection } from '../../tables';
import { openTablesInNode } from '../../tables/node';
import { cone } from './cone';
import { standing, standings } from './standing';
import { Statements } from './statements';

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly statement_leanok?: boolean;
  readonly proof_leanok?: boolean;
  readonly mathlibok?: boolean;
  readonly has_sorry?: boolean | null;
}

interface Blueprint {
  readonly repo: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly kind: string }[];
}

/** BLUEPRINTS may name a folder with more of them than the samples are. */
const FOLDERS = ['static/samples/blueprints', process.env['BLUEPRINTS'] ?? ''].filter(Boolean);
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^(?!.*\.picture).*\.json$/.test(name) && isBlueprint(join(folder, name)))
    .map((name) => join(folder, name)),
);

function isBlueprint(file: string): boolean {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Blueprint>;
  return Array.isArray(read.nodes) && Array.isArray(read.edges);
}

const DEFINITIONS = ['def', 'definition', 'abbrev', 'structure', 'class', 'inductive', 'instance'];

describe.each(FILES)('%s', (file) => {
  const blueprint = JSON.parse(readFileSync(file, 'utf8')) as Blueprint;
  const nodes = new Map(blueprint.nodes.map((node) => [node.id, node]));
  const drawable = blueprint.edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target));
  let connection: Connection;
  let rows: FormalRows;
  let statements: Statements;
  let problems: readonly { readonly message: string }[];

  beforeAll(async () => {
    connection = await openTablesInNode();
    const sources = [{ kind: 'file' as const, name: 'b.json', blob: new Blob([readFileSync(file)]) }];
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    const delivery = await loadTables(connection, (onBatch) =>
      new Desk().open(sources, { ...options, onBatch }),
    );
    problems = delivery.report.problems;
    rows = await readFormal(connection);
    statements = new Statements(rows);
  });

  const labelOf = (node: number) => rows.declaration[rows.node.indexOf(node)] ?? '';
  const nodeOf = (label: string) => rows.node[rows.declaration.indexOf(label)] ?? 0;

  /** What is reached over some edges, by going on until nothing is new. */
  function reached(edges: Blueprint['edges'], start: string): Set<string> {
    const found = new Set([start]);
    for (let size = 0; size < found.size;) {
      size = found.size;
      for (const { source, target } of edges) if (found.has(source)) found.add(target);
    }
    return found;
  }

  const isMade = (label: string) => {
    const { kind = '', statement_leanok: stated, proof_leanok: proved, mathlibok } = nodes.get(label) ?? {};
    return mathlibok === true || proved === true || (stated === true && DEFINITIONS.includes(kind));
  };
  const isTold = (label: string) => nodes.get(label)?.statement_leanok !== undefined;

  test('has as many nodes and lines as its source, and says which lines lead nowhere', async () => {
    expect(rows.node.length).toBe(blueprint.nodes.length);
    const [{ n }] = (await connection
      .query('SELECT count(*)::INTEGER AS n FROM theorem_uses')
      .then((found) => found.numbers('n').map((count) => ({ n: count })))) as [{ n: number }];
    expect(n).toBe(drawable.length);
    const nowhere = blueprint.edges.filter((edge) => !drawable.includes(edge));
    const targets = new Set(nowhere.map(({ target }) => target));
    expect(problems.filter(({ message }) => message.startsWith('The blueprint has no node'))).toHaveLength(
      targets.size,
    );
  });

  test('cones and what is left of their lines are those of its edges', () => {
    const some = blueprint.nodes.filter((_, place) => place % 7 === 0).map(({ id }) => id);
    for (const start of some) {
      for (const through of ['statement', 'proof'] as const) {
        const edges = drawable.filter(({ kind }) => through === 'proof' || kind !== 'proof');
        const question = { theorem: nodeOf(start), through };
        const down = cone(statements, { ...question, shape: 'down', reduced: true });
        const below = reached(edges, start);
        expect(new Set([start, ...down.nodes.map(labelOf)])).toEqual(below);
        const turned = edges.map(({ source, target, kind }) => ({ source: target, target: source, kind }));
        const up = cone(statements, { ...question, shape: 'up', reduced: false });
        expect(new Set([start, ...up.nodes.map(labelOf)])).toEqual(reached(turned, start));
        const kept = down.from.map((from, row) => ({
          ...{ source: labelOf(from), target: labelOf(down.to[row] ?? 0), kind: '' },
        }));
        for (const at of [start, ...down.nodes.slice(0, 5).map(labelOf)])
          expect(reached(kept, at)).toEqual(new Set([...reached(edges, at)].filter((one) => below.has(one))));
      }
    }
  });

  test('a review cone is what the statement uses, and all that definitions in it are made of', () => {
    const edges = drawable.filter(
      ({ source, kind }) => kind !== 'proof' || DEFINITIONS.includes(nodes.get(source)?.kind ?? ''),
    );
    for (const { id } of blueprint.nodes) {
      const found = cone(statements, {
        ...{ theorem: nodeOf(id), shape: 'review', through: 'statement', reduced: false },
      });
      expect(new Set([id, ...found.nodes.map(labelOf)])).toEqual(reached(edges, id));
    }
  });

  test('what stands is what is proved with all below it', () => {
    const all = standings(statements, STANDARD_AXIOMS);
    rows.node.forEach((node, place) => {
      const label = labelOf(node);
      const below = reached(drawable, label);
      const isWhole = [...below].every((one) => isTold(one) && isMade(one));
      expect([label, all[place] === 'proved-all']).toEqual([label, isWhole]);
    });
    for (const { id } of blueprint.nodes.filter((_, place) => place % 11 === 0)) {
      const gaps = standing(statements, { theorem: nodeOf(id), allowed: [] })?.gaps ?? [];
      const open = [...reached(drawable, id)].filter((one) => isTold(one) && !isMade(one));
      expect(new Set(gaps.map(({ node }) => labelOf(node)))).toEqual(new Set(open));
    }
  });
});
