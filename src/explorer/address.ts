import { SAMPLES, type Sample } from '../picture';

/** What the address bar asks for. */
export interface Address {
  /** Addresses to load; none for an empty `?data=`. */
  readonly documents: readonly string[];
  readonly sample: Sample | null;
  /** Where a corpus lies that is read a little at a time; null where none is named. */
  readonly corpus: string | null;
  /** Addresses on another origin: a person must agree before they are asked. */
  readonly foreign: readonly string[];
  /** In a frame of another page: what is shown besides the stage; null where the app is not embedded. */
  readonly embed: readonly EmbedPart[] | null;
}

export const EMBED_PARTS = ['controls', 'details', 'lists'] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/**
 * `/` is the first sample; `?data=` names documents relative to the page; an empty `?data=` names none. `?corpus=` names
 * a corpus to be read where it lies. `?embed=` shows the stage alone, `?embed=controls details` these parts too.
 */
export function readAddress(location: { readonly href: string }): Address {
  const url = new URL(location.href);
  const data = url.searchParams.getAll('data');
  const embed = embedOf(url.searchParams.get('embed'));
  const corpus = url.searchParams.get('corpus') || null;
  if (data.length === 0 && corpus === null)
    return { documents: SAMPLES[0].documents, sample: SAMPLES[0], corpus, foreign: [], embed };
  const documents = data.filter((address) => address !== '');
  const sample =
    corpus === null
      ? (SAMPLES.find((one) => one.documents.join('\n') === documents.join('\n')) ?? null)
      : null;
  const foreign = [...documents, ...(corpus === null ? [] : [corpus])].filter((address) =>
    isForeign(address, url),
  );
  return { documents, sample, corpus, foreign, embed };
}

function embedOf(wanted: string | null): readonly EmbedPart[] | null {
  if (wanted === null) return null;
  const names = wanted.split(/[\s,+]+/);
  return EMBED_PARTS.filter((part) => names.includes(part));
}

function isForeign(address: string, page: URL): boolean {
  try {
    return new URL(address, page).origin !== page.origin;
  } catch {
    return false;
  }
}

/** What is kept is kept for one address of the app. */
export function keptAddress({ href, search }: Location): string {
  return new URL('.', href).pathname + search;
}
