import type { View } from '../model';

/** What is read or worked out of a neighbourhood only where something needs it. */
export interface Wanted {
  /** Venue, documents, roles and claims of its nodes. */
  readonly particulars: boolean;
  readonly clusters: boolean;
}

/** What the stage of a View cannot do without. */
export function wantedBy({ colourBy, filters }: View): Wanted {
  const facets: readonly string[] = [colourBy, ...Object.keys(filters.facets)];
  return {
    particulars:
      ['venue', 'document', 'role'].some((facet) => facets.includes(facet)) ||
      /(?:venue|claim):/i.test(filters.query),
    clusters: facets.includes('cluster'),
  };
}
