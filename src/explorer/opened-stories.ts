import { STORY_TYPE, type Story } from '../model';
import type { Keepable } from '../workspace';

const ENDING = /\.(?:json|pdf|html?)$/i;
const MOST_BYTES = 100_000_000;
/** A story's own file says what it is at its beginning. */
const HEAD = 4_096;
/** Among more files than these, one that holds a story is known by its name: to look into each would take seconds. */
const FEW = 100;

export interface OpenedStory {
  readonly name: string;
  readonly story: Story;
}

/** The stories among what was opened (their own files, decks, PDFs), and the others. */
export async function storiesAmong(
  sources: readonly Keepable[],
): Promise<{ readonly stories: readonly OpenedStory[]; readonly others: readonly Keepable[] }> {
  const stories: OpenedStory[] = [];
  const others: Keepable[] = [];
  for (const source of sources) {
    const story = await storyIn(source, sources.length <= FEW);
    if (story) stories.push(story);
    else others.push(source);
  }
  return { stories, others };
}

async function storyIn(source: Keepable, isOneOfFew: boolean): Promise<OpenedStory | null> {
  if (source.kind !== 'file' || !ENDING.test(source.name) || source.blob.size > MOST_BYTES) return null;
  const { name, blob } = source;
  if (/\.json$/i.test(name) && !(await saysStory(name, blob, isOneOfFew))) return null;
  const { readStory } = await import('../figures');
  const story = readStory(new Uint8Array(await blob.arrayBuffer()));
  return story && { name, story };
}

async function saysStory(name: string, blob: Blob, isOneOfFew: boolean): Promise<boolean> {
  if (!isOneOfFew && !/\.story\.json$/i.test(name)) return false;
  return (await blob.slice(0, HEAD).text()).includes(STORY_TYPE);
}
