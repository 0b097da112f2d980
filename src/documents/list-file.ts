import { describeFailure } from '../model';
import { isBibtex, readBibtex } from './bibtex';
import type { DocumentKind } from './facts';
import { nameWithoutEndings } from './file-name';
import type { Reading } from './reading';
import { isRis, readRis } from './ris';

/** Lists of works or of citations in a text format of others. */
export type ListForm = 'bibtex' | 'ris';

interface Format {
  readonly is: (text: string) => boolean;
  readonly read: (list: string, reading: Reading) => void;
  /** Said of the document. */
  readonly note: string;
}

const FORMATS: Readonly<Record<ListForm, Format>> = {
  bibtex: { is: isBibtex, read: readBibtex, note: 'A BibTeX file: works without their citations.' },
  ris: { is: isRis, read: readRis, note: 'A RIS file: works without their citations.' },
};

const FORMS = Object.keys(FORMATS) as ListForm[];

/** By what it holds; null where it is none of these. */
export function listFormOf(text: string): ListForm | null {
  return FORMS.find((form) => FORMATS[form].is(text)) ?? null;
}

/** Reads it as a collection named after the file, and gives a note on it; null where somebody says that it is something else. */
export function readListFile(form: ListForm, as: DocumentKind | null, reading: Reading): string | null {
  const { note, read } = FORMATS[form];
  if (as !== null && as !== 'collection') {
    reading.problems.error('', `${note.replace(/:.*/, '')}, which cannot be read as ${as}.`);
    return null;
  }
  try {
    read(nameWithoutEndings(reading.name), reading);
  } catch (failure) {
    reading.problems.error('', `Reading stopped: ${describeFailure(failure)}.`);
  }
  return note;
}
