import { STORY_TYPE, type Story } from '../model';
import type { Keepable } from '../workspace';
import { takenFrom } from './taken-from';

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

/** The stories among what was opened (their own files, decks, PDFs): they are taken out of it. */
export function storiesAmong(sources: Keepable[]): Promise<readonly OpenedStory[]> {
  const areFew = sources.length <= FEW;
  return takenFrom(sources, (source) => (mayBeStory(source, areFew) ? storyIn(source) : null));
}

function mayBeStory(source: Keepable, isOneOfFew: boolean): source is Extract<Keepable, { kind: 'file' }> {
  if (source.kind !== 'file' || !ENDING.test(source.name)) return false;
  return isOneOfFew || !/(?<!\.story)\.json$/i.test(source.name);
}

async function storyIn({ name, blob }: Extract<Keepable, { kind: 'file' }>): Promise<OpenedStory | null> {
  if (blob.size > MOST_BYTES || (/\.json$/i.test(name) && !(await saysStory(blob)))) return null;
  const { readStory } = await import('../figures');
  const story = readStory(new Uint8Array(await blob.arrayBuffer()));
  return story && { name, story };
}

async function saysStory(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, HEAD).text()).includes(STORY_TYPE);
}
