import { STANDINGS, type Standing } from '../model';
import type { EvidenceGraph, FormalFacts, LineFacts, NodeFacts } from './evidence-graph';

export interface Folded {
  /** As `module:<library>/<module>`. */
  readonly modules: readonly string[];
  /** Public ids of what stays by itself. */
  readonly apart: readonly string[];
}

/** The id that a statement's module has as one node; null for a statement of no module. */
export function moduleId({ library, module }: Pick<FormalFacts, 'library' | 'module'>): string | null {
  return module === null ? null : `module:${library}/${module}`;
}

/** The module that a statement disappears in; null where it stays by itself. */
export function foldedModule(formal: FormalFacts, { modules, apart }: Folded, id: string): string | null {
  const module = moduleId(formal);
  return module !== null && modules.includes(module) && !apart.includes(id) ? module : null;
}

/** A module that is folded stands where its nearest statement would, and is as well proved as its worst one. */
export function addToModule(graph: EvidenceGraph, id: string, formal: FormalFacts, hops: number): void {
  if (graph.hasNode(id)) {
    graph.updateNode(id, (known) => ({
      ...facts(formal, id),
      ...known,
      hops: Math.min(known.hops ?? hops, hops),
      statements: (known.statements ?? 0) + 1,
      formal: {
        ...formal,
        ...known.formal,
        standing: worst(known.formal?.standing ?? null, formal.standing),
      },
    }));
    return;
  }
  graph.addNode(id, { ...facts(formal, id), hops, statements: 1 });
}

function facts(formal: FormalFacts, id: string): NodeFacts {
  return {
    ...{ node: 0, kind: 'module', title: nameOf(formal.module ?? id), authors: formal.library },
    ...{ date: null, year: null, category: null, trust: 'none', status: null, linesOut: 0, linesIn: 0 },
    ...{ hops: 0, formal: { ...formal, statement: 'module' } },
  };
}

/** Joins modules on the graph to the statements of theirs that stand beside them. */
export function addContained(graph: EvidenceGraph): void {
  graph.forEachNode((id, { kind, formal }) => {
    const module = formal && kind !== 'module' ? moduleId(formal) : null;
    if (module === null || !graph.hasNode(module) || graph.hasDirectedEdge(module, id)) return;
    graph.addDirectedEdge(module, id, { kind: 'contains', evidence: 1, isWeak: false });
  });
}

/** `ForMathlib.Entropy` of `PFR.ForMathlib.Entropy`, `100_percent` of `blueprint/src/chapter/100_percent.tex`. */
function nameOf(module: string): string {
  return module.replace(/^.*\//, '').replace(/\.(?:tex|lean)$/, '');
}

function worst(a: Standing | null, b: Standing | null): Standing | null {
  if (a === null || b === null) return a ?? b;
  return STANDINGS[Math.max(STANDINGS.indexOf(a), STANDINGS.indexOf(b))] ?? null;
}

/** Adds lines; what leads to a module from the same node becomes one, what stays inside of one is none. */
export function lineAdder(graph: EvidenceGraph) {
  return (from: string, to: string, line: LineFacts): void => {
    if (from === to) return;
    if (!graph.hasDirectedEdge(from, to)) {
      graph.addDirectedEdge(from, to, line);
      return;
    }
    graph.updateDirectedEdgeAttributes(from, to, (known) => ({
      ...known,
      evidence: (known.evidence ?? 0) + line.evidence,
      isWeak: (known.isWeak ?? true) && line.isWeak,
      ...(known.tie !== line.tie && (known.tie ?? line.tie) && { tie: 'several' as const }),
    }));
  };
}
