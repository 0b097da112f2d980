import { nameWithoutEndings } from './file-name';
import type { GraphFile } from './graph-file';
import { commonFirstPart } from './modules';
import type { Reading } from './reading';
import { NOTHING_SAID } from './theorems';
import { noteMissing, UsesWithin } from './uses-within';

/** With which import-graph fills modules that contain a sorry (`withSorry` in its DotFile.lean). */
const GOLD = '#ffd700';

/**
 * Whether a graph is one that `lake exe graph` wrote. Its DOT is called import_graph; its GEXF counts declarations and
 * says which modules are the project's own.
 */
export function isImportGraph({ form, name, nodes }: GraphFile): boolean {
  if (form === 'dot') return name === 'import_graph';
  const [first] = nodes.values();
  return form === 'gexf' && ['decl_count', 'in_module'].every((title) => first?.attributes.has(title));
}

/**
 * Modules and what they import. In both forms a line leads from the imported module to the one that imports it:
 * DotFile.lean writes `"{i}" -> "{n}"` and Gexf.lean `source={i} target={n}` for each import i of a module n.
 */
export function readImports(graph: GraphFile, { name, facts, problems }: Omit<Reading, 'text'>): void {
  const library = commonFirstPart(graph.nodes.keys()) ?? nameWithoutEndings(name);
  const ids = new Map<string, string>();
  for (const [module, { attributes, line }] of graph.nodes) {
    const id = `module:${library}/${module}`;
    const hasSorry = attributes.get('fillcolor')?.toLowerCase() === GOLD;
    ids.set(module, id);
    facts.theorems.push({
      ...NOTHING_SAID,
      ...{ id, library, declaration: module, kind: 'module', pointer: `line ${line}` },
      ...(hasSorry ? { sorry: true, stage: 'formalised' } : {}),
    });
  }
  const uses = new UsesWithin(ids, facts);
  for (const { source, target, line } of graph.lines)
    uses.add(target, source, { site: 'import', pointer: `line ${line}` });
  noteMissing(uses.missing, problems);
}
