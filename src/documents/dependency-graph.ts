import { nameWithoutEndings } from './file-name';
import type { Attributes, GraphFile } from './graph-file';
import { leanId } from './lean-ids';
import { LIMITS } from './limits';
import { moduleOf, sharedFirstPart } from './modules';
import type { Reading } from './reading';
import { NOTHING_SAID } from './theorems';
import { noteMissing, UsesWithin } from './uses-within';

/** Whether a graph's nodes say that they are declarations: their name, and their code or their file. */
export function isDependencyGraph({ form, nodes }: GraphFile): boolean {
  const [first] = nodes.values();
  if (form === 'dot' || !first) return false;
  const { attributes } = first;
  return attributes.has('name') && ['code', 'file_path', 'start_line'].some((title) => attributes.has(title));
}

/** Declarations and what they use: a line leads from the one that uses to the one that is used. */
export function readDependencyGraph(
  graph: GraphFile,
  { name, facts, problems }: Omit<Reading, 'text'>,
): void {
  const modules = [...graph.nodes.values()].map(({ attributes }) => moduleIn(attributes));
  const known = modules.filter((module) => module !== null);
  const library = sharedFirstPart(known) ?? nameWithoutEndings(name);
  const ids = new Map<string, string>();
  const stated = new Set<string>();
  let place = 0;
  for (const [node, { attributes, line }] of graph.nodes) {
    const declaration = attributes.get('name') ?? node;
    const id = leanId(library, declaration);
    const module = modules[place++] ?? null;
    ids.set(node, id);
    if (stated.has(id)) continue;
    stated.add(id);
    const code = attributes.get('code')?.slice(0, LIMITS.textLength).toWellFormed() ?? null;
    facts.theorems.push({
      ...NOTHING_SAID,
      ...{ id, library, declaration, module, pointer: `line ${line}` },
      kind: kindIn(code) ?? attributes.get('kind')?.toLowerCase() ?? null,
      statement: code,
      line: lineIn(attributes),
    });
  }
  const uses = new UsesWithin(ids, facts);
  for (const { source, target, line } of graph.lines)
    uses.add(source, target, { site: 'unknown', pointer: `line ${line}` });
  noteMissing(uses.missing, problems);
}

function moduleIn(attributes: Attributes): string | null {
  const file = attributes.get('file_path');
  return file === undefined || file === '' ? null : moduleOf(file);
}

function lineIn(attributes: Attributes): number | null {
  const line = Number(attributes.get('start_line') ?? NaN);
  return Number.isInteger(line) && line >= 0 && line <= LIMITS.count ? line : null;
}

const KIND =
  /^(?:(?:private|protected|noncomputable|unsafe|partial) )*(theorem|lemma|def|abbrev|axiom|opaque|structure|class|inductive|instance)\b/;

/** The word that a declaration's code begins with. */
function kindIn(code: string | null): string | null {
  return KIND.exec(code ?? '')?.[1] ?? null;
}
