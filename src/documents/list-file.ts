import { describeFailure } from '../model';
import { isBibtex, readBibtex } from './bibtex';
import { isEdgeList, isSureEdgeList, readEdgeList } from './edge-list';
import type { DocumentKind } from './facts';
import { nameWithoutEndings } from './file-name';
import type { Reading } from './reading';
import { isRis, readRis } from './ris';

/** Lists of works or of citations in a text format of others. */
export type ListForm = 'bibtex' | 'ris' | 'edges';

interface Format {
  readonly is: (text: string) => boolean;
  /** Whether it is one without anybody saying so; where it is left out, it is. */
  readonly isSure?: (text: string) => boolean;
  readonly read: (list: string, reading: Reading) => void;
  /** Said of the document. */
  readonly note: string;
}

const FORMATS: Readonly<Record<ListForm, Format>> = {
  bibtex: { is: isBibtex, read: readBibtex, note: 'A BibTeX file: works without their citations.' },
  edges: {
    is: isEdgeList,
    isSure: isSureEdgeList,
    read: readEdgeList,
    note: 'A list of citations, a row each.',
  },
  ris: { is: isRis, read: readRis, note: 'A RIS file: works without their citations.' },
};

const FORMS = Object.keys(FORMATS) as ListForm[];

/** By what it holds; null where it is none of these. */
export function listFormOf(text: string): ListForm | null {
  return FORMS.find((form) => FORMATS[form].is(text)) ?? null;
}

/** What a list was read as, and a note on it; where that has to be said by somebody, what it could be. */
interface Meaning {
  readonly kind: 'collection' | 'unknown';
  readonly couldBe: readonly DocumentKind[];
  readonly note: string | null;
}

/** Reads it as a collection named after the file. Never throws. */
export function readListFile(form: ListForm, as: DocumentKind | null, reading: Reading): Meaning {
  const { note, read, isSure = () => true } = FORMATS[form];
  const { name, text, problems } = reading;
  if (as !== null && as !== 'collection') {
    problems.error('', `${note.replace(/[:,.].*/, '')} cannot be read as ${as}.`);
    return { kind: 'unknown', couldBe: [], note: null };
  }
  if (as === null && !isSure(text)) {
    problems.note('', 'This is a list of edges; it does not say of what. Say whether they are citations.');
    return { kind: 'unknown', couldBe: ['collection'], note: null };
  }
  try {
    read(nameWithoutEndings(name), reading);
  } catch (failure) {
    problems.error('', `Reading stopped: ${describeFailure(failure)}.`);
  }
  return { kind: 'collection', couldBe: [], note };
}
