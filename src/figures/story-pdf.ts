import type { Story } from '../model';
import type { Faces } from './fonts';
import { writePages } from './pdf';
import type { Slide } from './reveal';
import { PDF_STORY, storyText } from './story-text';
import { cleaned } from './words';

/** A page a step; the story stands as Base64 in the document's information, under `CorollaryStory`. */
export function writeStoryPdf(story: Story, slides: readonly Slide[], faces: Faces) {
  const sheets = slides.map(({ sheet }) => sheet);
  const info = {
    Title: cleaned(story.title) || (sheets[0]?.title ?? 'Story'),
    Creator: 'Corollary',
    CorollaryStory: PDF_STORY + btoa(storyText(story)),
  };
  return writePages(sheets, info, faces);
}
