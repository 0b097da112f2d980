import { readLink, writeLink, type Recipe } from '../model';
import type { Keepable } from '../workspace';
import { takenFrom } from './taken-from';

const ENDING = /\.(?:svg|png|pdf|html?)$/i;
const MOST_BYTES = 100_000_000;
/** So many documents an address bar bears. */
const MOST_NAMED = 100;

export interface OpenedFigure {
  readonly name: string;
  readonly recipe: Recipe;
  /** The View that it was made of, on the documents that it was made from. */
  readonly link: string;
}

/** The figures of Corollary among what was opened: they are taken out of it. */
export function figuresAmong(sources: Keepable[]): Promise<readonly OpenedFigure[]> {
  return takenFrom(sources, (source) =>
    source.kind === 'file' && ENDING.test(source.name) ? figureIn(source) : null,
  );
}

async function figureIn({ name, blob }: Extract<Keepable, { kind: 'file' }>): Promise<OpenedFigure | null> {
  if (blob.size > MOST_BYTES) return null;
  const { readRecipe } = await import('../figures');
  const recipe = readRecipe(new Uint8Array(await blob.arrayBuffer()));
  const link = recipe && linkOf(recipe);
  return recipe && link !== null ? { name, recipe, link } : null;
}

/** Null where its View cannot be read: the recipe is of another version, or was changed. */
function linkOf({ view, documents }: Recipe): string | null {
  try {
    const read = readLink(view);
    if (!read) return null;
    const named = documents.slice(0, MOST_NAMED);
    return writeLink({ view: read.view, documents: { named, more: documents.length - named.length } });
  } catch {
    return null;
  }
}
