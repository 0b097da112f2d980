import { describeFailure } from '../model';
import { saidBeside } from './blueprint-page';
import { isCitationGraph, readCitationGraph } from './citation-graph';
import { isDependencyGraph, readDependencyGraph } from './dependency-graph';
import { readDot } from './dot';
import { isDrawnBlueprint, NOTHING_BESIDE, readDrawnBlueprint } from './drawn-blueprint';
import type { DocumentKind } from './facts';
import { drawnDot, type GraphFile, type GraphForm } from './graph-file';
import { readGraphXml } from './graph-xml';
import { isImportGraph, readImports } from './imports';
import type { Problems } from './problems';
import type { Reading } from './reading';

/** What a graph file was read as; where that has to be said by somebody, what it could be. */
export interface Meaning {
  readonly kind: DocumentKind | 'unknown';
  readonly couldBe: readonly DocumentKind[];
}

type GraphKind = 'imports' | 'dependencies' | 'blueprint' | 'collection';

const NOTHING: Meaning = { kind: 'unknown', couldBe: [] };

const FORMS: Readonly<Record<GraphForm, string>> = {
  dot: 'DOT',
  page: 'DOT',
  gexf: 'GEXF',
  graphml: 'GraphML',
};

/** Reads a graph file as what it is for sure, or as what somebody says it is. Never throws. */
export function readGraphFile(form: GraphForm, as: DocumentKind | null, reading: Reading): Meaning {
  const { problems, text } = reading;
  try {
    const graph = parse(text, form, problems);
    if (!graph.isDirected) {
      problems.note('', 'The lines of this graph have no direction, so they do not say what uses what.');
      return NOTHING;
    }
    const couldBe = couldBeOf(form);
    const kind = as === null ? kindOf(graph, form) : (couldBe.find((one) => one === as) ?? null);
    if (kind === null) {
      ask(form, as, problems);
      return { kind: 'unknown', couldBe };
    }
    readAs(kind, graph, { form, reading });
    return { kind, couldBe: [] };
  } catch (failure) {
    problems.error('', `Reading stopped: ${describeFailure(failure)}.`);
    return NOTHING;
  }
}

function parse(text: string, form: GraphForm, problems: Problems): GraphFile {
  if (form === 'gexf' || form === 'graphml') return readGraphXml(text, form, problems);
  const drawn = form === 'page' ? drawnDot(text) : null;
  if (drawn === null) return readDot(text, problems);
  return readDot(drawn.text, problems, text.slice(0, drawn.at).split('\n').length);
}

function couldBeOf(form: GraphForm): readonly GraphKind[] {
  if (form === 'page') return ['blueprint'];
  return form === 'dot'
    ? ['imports', 'dependencies', 'blueprint']
    : ['imports', 'dependencies', 'collection'];
}

function kindOf(graph: GraphFile, form: GraphForm): GraphKind | null {
  if (form === 'page' || isDrawnBlueprint(graph)) return 'blueprint';
  if (isImportGraph(graph)) return 'imports';
  if (isDependencyGraph(graph)) return 'dependencies';
  return isCitationGraph(graph) ? 'collection' : null;
}

function ask(form: GraphForm, as: DocumentKind | null, problems: Problems): void {
  const graph = `a graph in ${FORMS[form]}`;
  if (as === null)
    problems.note(
      '',
      `This is ${graph}; it does not say of what. Say what it is: ${couldBeOf(form).join(' or ')}.`,
    );
  else problems.error('', `This is ${graph}, which cannot be read as ${as}.`);
}

function readAs(
  kind: GraphKind,
  graph: GraphFile,
  { form, reading }: { readonly form: GraphForm; readonly reading: Reading },
): void {
  switch (kind) {
    case 'imports':
      readImports(graph, reading);
      return;
    case 'dependencies':
      readDependencyGraph(graph, reading);
      return;
    case 'collection':
      readCitationGraph(graph, reading);
      return;
    case 'blueprint':
      readDrawnBlueprint(graph, form === 'page' ? saidBeside(reading.text) : NOTHING_BESIDE, reading);
  }
}
