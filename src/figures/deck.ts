import type { Story } from '../model';
import script from './deck-page.js?raw';
import style from './deck-page.css?raw';
import { policyFor } from './html';
import type { Slide } from './reveal';
import { STORY_ID, storyText } from './story-text';
import { escaped, writeSvg } from './svg';
import { cleaned } from './words';

/** One file to show a story without a network: a drawing a step, keys, taps, and the story itself to bring back. */
export function writeDeck(story: Story, slides: readonly Slide[]): string {
  const title = cleaned(story.title) || slides[0]?.sheet.title || 'Story';
  const sections = slides.map((slide, at) => sectionOf(slide, at, slides.length));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main aria-label="${escaped(title)}">
${sections.join('')}</main>
<p id="place" role="status"></p>
<script type="application/json" id="${STORY_ID}">${storyText(story)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function sectionOf({ sheet, outline }: Slide, at: number, of: number): string {
  const svg = writeSvg(sheet, null, { outline, prefix: `step-${at + 1}-` });
  const name = `${at + 1} of ${of}: ${sheet.title}`;
  return `<section class="step" aria-label="${escaped(name)}" data-paper="${sheet.paper}">\n${svg}</section>\n`;
}
