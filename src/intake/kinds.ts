import type { DocumentKind } from '../documents';

/** What a person says that documents are, by the documents' names. */
export type Kinds = Readonly<Record<string, DocumentKind>>;
