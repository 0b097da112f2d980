import type { EmbedPart } from '../../explorer';
import type { Scene } from '../../model';

/** What a link is called: the picture's caption without its counts. */
export function linkTitle(scene: Scene | null): string {
  return scene?.caption[0]?.replace(/\.$/, '') || 'Corollary';
}

/** CommonMark: what would end the text or the address is escaped. */
export function markdownLink(title: string, address: string): string {
  const text = title.replace(/[\r\n]+/g, ' ').replace(/[\\[\]<>*_`!&]/g, String.raw`\$&`);
  return `[${text}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`;
}

/** HTML of a frame with the same view, without the app around it but for the parts that are chosen. */
export function frameFor(title: string, link: string, parts: readonly EmbedPart[]): string {
  const url = new URL(link);
  url.searchParams.set('embed', parts.join(' '));
  return `<iframe src="${escaped(url.href)}" title="${escaped(title)}" width="960" height="600" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
