import { packed, unpacked } from './packed';
import { FACETS, type FacetName, type Filters } from './view';

interface FilterField {
  write(filters: Filters): string;
  read(text: string): Partial<Filters>;
}

/** What a person would type; a longer one is cut. */
export const LONGEST_QUERY = 1_000;

/** The filters of a View in a link, as `view-link.ts` has the rest of it. */
export const FILTER_FIELDS: Readonly<Record<string, FilterField>> = {
  years: {
    write: ({ years }) => years?.join(' ') ?? '',
    read: (text) => {
      const [from = NaN, to = NaN] = text.split(' ').map(Number);
      return Number.isInteger(from) && Number.isInteger(to) ? { years: [from, to] } : {};
    },
  },
  off: { write: ({ off }) => packed(off), read: (text) => ({ off: unpacked(text) }) },
  only: {
    write: ({ facets }) =>
      packed(FACETS.flatMap((facet) => (facets[facet] ?? []).map((value) => `${facet}:${value}`))),
    read: (text) => ({ facets: facetsOf(unpacked(text)) }),
  },
  query: { write: ({ query }) => query, read: (text) => ({ query: text.slice(0, LONGEST_QUERY) }) },
  degree: {
    write: ({ degree }) => (degree === null ? '' : `${degree[0]}-${degree[1] ?? ''}`),
    read: (text) => {
      const [, least, most] = /^(\d{1,7})-(\d{0,7})$/.exec(text) ?? [];
      return least === undefined ? {} : { degree: [Number(least), most ? Number(most) : null] };
    },
  },
  core: {
    write: ({ core }) => (core === null ? '' : String(core)),
    read: (text) => (/^\d{1,5}$/.test(text) ? { core: Number(text) } : {}),
  },
  largest: {
    write: ({ largest }) => (largest ? 'yes' : ''),
    read: (text) => ({ largest: text === 'yes' }),
  },
};

/** Each as `venue:ICLR`; those of facets that there are not are dropped. */
function facetsOf(items: readonly string[]): Filters['facets'] {
  const facets: Partial<Record<FacetName, string[]>> = {};
  for (const item of items) {
    const at = item.indexOf(':');
    const facet = FACETS.find((name) => name === item.slice(0, at));
    if (facet) (facets[facet] ??= []).push(item.slice(at + 1));
  }
  return facets;
}
