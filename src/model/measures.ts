/** How related works are, each by one thing that is known of them; `find` says the formulas. */
export const SINGLE_MEASURES = ['coupling', 'cocitation', 'links', 'pagerank', 'words'] as const;
export type SingleMeasure = (typeof SINGLE_MEASURES)[number];
export type Measure = SingleMeasure | 'combined';

/** Which evidence counts. */
export interface EvidenceChoice {
  /** `sound`: only what stands in the document of a sound record of the work that cites. */
  readonly trust: 'all' | 'sound';
  /** Only these documents (their `document_id`); null for all. */
  readonly documents: readonly number[] | null;
}

export const ALL_EVIDENCE: EvidenceChoice = { trust: 'all', documents: null };
