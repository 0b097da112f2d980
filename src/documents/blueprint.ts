import { DEFINITION_KINDS, plainOf, type Stage, type UseSite } from '../model';
import { Bibliography } from './bibliography';
import { count, flag, id, readFields, shown, text, type Fields } from './fields';
import { nameWithoutEndings } from './file-name';
import { itemsOf } from './items';
import { LIMITS } from './limits';
import type { Reading } from './reading';
import { each, within, type Stated } from './stated';
import { NOTHING_SAID } from './theorems';
import { inLines, UsesWithin } from './uses-within';

const ORIGIN = { repo: id, commit: id, licence: text };
const NODE = {
  ...{ id, kind: text, title: text, statement: text, file: id, line: count },
  ...{ statement_leanok: flag, mathlibok: flag, proof_leanok: flag, has_sorry: flag },
};
const EDGE = { source: id, target: id, kind: text };

const MOST_NAMES = 1000;

interface Origin {
  readonly library: string;
  readonly repository: string | null;
  readonly revision: string | null;
}

/** A blueprint as data: nodes, what they use (source uses target), and the works that they cite. */
export function readBlueprint(root: Stated, reading: Reading): void {
  const { facts, problems } = reading;
  const { repo = null, commit = null, licence = null } = readFields(ORIGIN, root, problems);
  const library = libraryOf(repo) ?? nameWithoutEndings(reading.name);
  const origin = { library, repository: repo, revision: commit };
  facts.libraries.push({ ...origin, licence, pointer: '' });
  const bibliography = new Bibliography(library, root, reading);
  const ids = new Map<string, string>();
  for (const node of itemsOf(root, ['nodes'], problems)) {
    const fields = readFields(NODE, node, problems);
    const label = fields.id?.trim() ?? '';
    if (label === '' || ids.has(label)) {
      const what = label === '' ? 'This node has no id' : `Another node has the id ${shown(label)} too`;
      problems.error(node.pointer, `${what}; it was left out.`);
      continue;
    }
    const theorem = `blueprint:${library}/${label}`;
    ids.set(label, theorem);
    writeNode(label, { node, fields }, { origin, reading });
    writeCitations(theorem, { node, library, bibliography }, reading);
  }
  writeEdges(root, ids, reading);
}

/** The last part of a repository's name. */
function libraryOf(repository: string | null): string | null {
  const last = repository?.split('/').findLast((part) => part.trim() !== '');
  return last?.trim().replace(/\.git$/, '') ?? null;
}

function writeNode(
  label: string,
  { node, fields }: { readonly node: Stated; readonly fields: Fields<typeof NODE> },
  { origin, reading }: { readonly origin: Origin; readonly reading: Reading },
): void {
  const { library, repository } = origin;
  const lean = namesIn(node, 'lean').map(({ name }) => `lean:${library}/${name}`);
  reading.facts.theorems.push({
    ...NOTHING_SAID,
    id: `blueprint:${library}/${label}`,
    aliases: repository?.includes('/') ? [`blueprint:${repository}/${label}`] : [],
    lean: [...new Set(lean)],
    library,
    module: fields.file ?? null,
    declaration: label,
    title: fields.title === undefined ? null : plainOf(fields.title),
    kind: fields.kind ?? null,
    stage: stageOfNode(fields),
    statement: fields.statement ?? null,
    sorry: fields.has_sorry ?? null,
    line: fields.line ?? null,
    url: addressOf(origin, fields),
    pointer: node.pointer,
  });
}

/** `\mathlibok`, `\leanok` of the proof and of the statement; or, of statements in Lean files, whether they have sorry. */
function stageOfNode(fields: Fields<typeof NODE>): Stage | null {
  const { mathlibok, proof_leanok: isProved, statement_leanok: isFormalised, has_sorry: sorry } = fields;
  if (mathlibok || isProved) return 'proved';
  if (isFormalised)
    return DEFINITION_KINDS.includes(fields.kind?.toLowerCase() ?? '') ? 'proved' : 'formalised';
  if (sorry !== undefined) return sorry ? 'formalised' : 'proved';
  return isFormalised === false ? 'stated' : null;
}

const GITHUB_NAME = /^[\w-]+\/[\w.-]+$/;

function addressOf({ repository, revision }: Origin, { file, line }: Fields<typeof NODE>): string | null {
  if (!repository || !revision || !file || !GITHUB_NAME.test(repository)) return null;
  const place = `${encodeURIComponent(revision)}/${file.split('/').map(encodeURIComponent).join('/')}`;
  return `https://github.com/${repository}/blob/${place}${line === undefined ? '' : `#L${line}`}`;
}

function writeCitations(
  theorem: string,
  from: { readonly node: Stated; readonly library: string; readonly bibliography: Bibliography },
  { facts }: Reading,
): void {
  for (const { name: key, pointer } of namesIn(from.node, 'cites')) {
    const work = from.bibliography.cite(key, pointer);
    if (work === null) continue;
    facts.theoremLinks.push({
      work,
      theorem,
      claimId: null,
      relation: 'mentioned',
      scope: 'theorem',
      source: `cited in the blueprint of ${from.library} as [${key}]`,
      pointer,
    });
  }
}

function namesIn(node: Stated, key: string): { readonly name: string; readonly pointer: string }[] {
  return each(within(node, key), MOST_NAMES).flatMap(({ value, pointer }) => {
    const name = typeof value === 'string' ? value.trim().toWellFormed() : '';
    return name === '' || name.length > LIMITS.idLength ? [] : [{ name, pointer }];
  });
}

function writeEdges(root: Stated, ids: ReadonlyMap<string, string>, { facts, problems }: Reading): void {
  const uses = new UsesWithin(ids, facts);
  for (const edge of itemsOf(root, ['edges'], problems)) {
    const { source, target, kind } = readFields(EDGE, edge, problems);
    if (source === undefined || target === undefined)
      problems.error(edge.pointer, 'This line does not name both its ends; it was left out.');
    else uses.add(source.trim(), target.trim(), { site: siteOf(kind), pointer: edge.pointer });
  }
  for (const { name, lines, pointer } of uses.missing)
    problems.warning(
      pointer,
      `The blueprint has no node ${shown(name)}; ${inLines(lines)} to or from it ${lines === 1 ? 'was' : 'were'} left out.`,
    );
}

function siteOf(kind: string | undefined): UseSite {
  return kind === 'statement' || kind === 'proof' ? kind : 'unknown';
}
