import type { Screen } from './screen.svelte';

/** The address bar always holds the view, so a refused clipboard loses nothing. */
export async function copyLink(screen: Screen): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    screen.tell('Link copied');
  } catch {
    screen.tell('Copying was refused. The address bar holds the same link.');
  }
}

export async function copyText(screen: Screen, text: string, what = text): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    screen.tell(`${what} copied`);
  } catch {
    screen.tell(`Copying was refused: ${text}`);
  }
}
