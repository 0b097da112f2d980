import type { CorpusManifest, CorpusNeighbour, CorpusRanked } from '../../explorer';
import { spelled } from '../../model';
import { counted, grouped } from '../numbers';

/** A work in a list of the corpus, with what the list says of it. */
export interface CorpusRow {
  readonly work: CorpusNeighbour;
  readonly note: string;
}

/** How much is in a corpus, and what its records came to when they were packed. */
export function manifestInWords({ counts, trust }: CorpusManifest): string {
  const verdicts = Object.entries(trust).map(([verdict, records]) => `${grouped(records)} ${verdict}`);
  const records =
    counts.records === 0
      ? 'no Pith records'
      : `${counted(counts.records, 'Pith record')}: ${verdicts.join(', ')} when packed`;
  const stubs = counts.stubs > 0 ? ` and ${counted(counts.stubs, 'stub')}` : '';
  return `${counted(counts.works, 'work')}${stubs}, ${counted(counts.lines, 'citation')}; ${records}. A record that is shown is checked again here.`;
}

export function rowWords({ id, date, authors, citing }: CorpusNeighbour): string[] {
  return [date?.slice(0, 4) ?? '', authors ?? '', spelled(id), `cited by ${grouped(citing)}`].filter(Boolean);
}

const THROUGH = {
  coupling: ['reference', 'references', 'the least cited first'],
  cocitation: ['citing work', 'citing works', 'the most cited first'],
} as const;

/** Of how many a list is made. */
export function throughInWords(measure: keyof typeof THROUGH, { through, of }: CorpusRanked): string {
  const [one, many, order] = THROUGH[measure];
  if (of === 0) return `The corpus knows no ${many} of it.`;
  if (through === of) return `Of all that its ${counted(of, one, many)} lead to.`;
  return `Of what ${grouped(through)} of its ${counted(of, one, many)} lead to, ${order}.`;
}
