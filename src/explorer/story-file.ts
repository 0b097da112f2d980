import { Failure, STORY_FORMATS, type StoryFormat } from '../model';
import type { Explorer } from './explorer.svelte';
import { Stories } from './stories.svelte';
import { StoryFiles } from './story-files';

/** The console verb `story`. */
export async function storyFile(explorer: Explorer, format?: StoryFormat): Promise<File> {
  if (format !== undefined && !STORY_FORMATS.includes(format))
    throw new Failure('bad-argument', `A story is made as one of ${STORY_FORMATS.join(', ')}.`);
  await explorer.tool(Stories).ready;
  const files = explorer.tool(StoryFiles);
  return format === undefined ? files.own() : files.file(format, new AbortController());
}
