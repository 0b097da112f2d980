import type { SaidBeside, SaidOfNode } from './drawn-blueprint';
import { LIMITS } from './limits';

const BOX = 'class="dep-modal-container"';

/**
 * What the page of a published dependency graph says beside its drawing (dep_graph.html of plastexdepgraph, and what
 * leanblueprint adds): for each node a box with its kind, title and Lean declarations, and where the project lives.
 * The page is looked through as text, from front to back; what does not look as expected is passed over.
 */
export function saidBeside(page: string): SaidBeside {
  const nodes = new Map<string, SaidOfNode>();
  let repository: string | null = null;
  for (let start = page.indexOf(BOX); start !== -1 && nodes.size < LIMITS.listItems;) {
    const next = page.indexOf(BOX, start + BOX.length);
    const box = page.slice(start, next === -1 ? page.length : next);
    const label = /^class="dep-modal-container" id="([^"]{1,512})_modal"/.exec(box)?.[1];
    if (label !== undefined) {
      const links = linksIn(box);
      repository ??= links.map(repositoryOf).find((found) => found !== null) ?? null;
      nodes.set(plain(label), {
        kind: wordBefore(box, '_thmcaption"'),
        title: textAfter(box, '_thmtitle">'),
        lean: links.map(declarationOf).filter((name) => name !== null),
      });
    }
    start = next;
  }
  return { repository, nodes };
}

/** The opening tags of a box's links. */
function linksIn(box: string): string[] {
  const links: string[] = [];
  for (let start = box.indexOf('<a '); start !== -1;) {
    const end = box.indexOf('>', start);
    if (end === -1) break;
    links.push(box.slice(start, end));
    start = box.indexOf('<a ', end);
  }
  return links;
}

/** Links to declarations end in `#doc/<name>`, formerly `?pattern=<name>#doc`; what is shown is often only “Lean”. */
function declarationOf(link: string): string | null {
  if (!link.includes('lean_decl') && !link.includes('lean_link')) return null;
  const name = /#doc\/([^"]{1,512})"/.exec(link)?.[1] ?? /\?pattern=([^"#]{1,512})#doc/.exec(link)?.[1];
  return name === undefined ? null : decoded(plain(name));
}

/** Links to discussions lead to the project's repository. */
function repositoryOf(link: string): string | null {
  if (!link.includes('"issue_link"')) return null;
  return /href="https:\/\/github\.com\/([\w-]{1,99}\/[\w.-]{1,99})\/issues\//.exec(link)?.[1] ?? null;
}

/** The kind of `class="lemma_thmcaption"`. */
function wordBefore(box: string, mark: string): string | null {
  const end = box.indexOf(mark);
  const start = end === -1 ? -1 : box.lastIndexOf('"', end - 1) + 1;
  const word = box.slice(start, end);
  return start > 0 && /^[\w-]{1,99}$/.test(word) ? word : null;
}

/** Null where it holds markup. */
function textAfter(box: string, mark: string): string | null {
  const at = box.indexOf(mark);
  if (at === -1) return null;
  const start = at + mark.length;
  const end = box.indexOf('<', start);
  const text = plain(box.slice(start, end === -1 ? start : end))
    .replace(/\s+/g, ' ')
    .trim();
  const isWhole = box.startsWith('</span>', end);
  return isWhole && text !== '' ? text.slice(0, LIMITS.textLength).toWellFormed() : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' },
};

function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
