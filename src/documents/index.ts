/**
 * Bytes to facts. Files, addresses and pasted text are opened, unpacked, decoded, recognised by what they hold and read
 * into plain facts; what is wrong becomes a Problem with its place and a sentence, and costs nothing but itself.
 *
 * What is read:
 * - Pith documents (pith.science), as far as their form is publicly known: bundle (`bundle_type`), state
 *   (`state_type`), graph snapshot (`builder_version` and `paper`), record (`record_type`), citation hub (`work` and
 *   `hub`). Every field is optional and unknown keys are ignored, because much of the form is inferred.
 * - collections, our own format: JSON Lines, one object a line, each with a `type`; unsigned evidence.
 *   - first line `{"type":"collection","name","version":1,"description","licence","generated_at","repository","revision"}`
 *   - `{"type":"work","arxiv_id"|"doi"|"openalex_id"|"id","title","authors_text","year","date","venue","primary_cat"}`
 *   - `{"type":"citation","citing":"arXiv:…","cited":"doi:…","source":"where this was read","raw","method","role","relationship"}`
 *   - `{"type":"theorem","id","library","module","declaration","title","kind","status","line","url","statement","sorry","axioms":[…]}`
 *   - `{"type":"theorem_use","theorem","uses","site":"statement"|"proof"|"unknown"|"import"}`, by the rows' ids
 *   - `{"type":"theorem_link","work":"arXiv:…","claim":"C1","theorem","relation","scope":"theorem"|"file","source"}`
 *   Ids carry their scheme (`arXiv:`, `doi:`, `openalex:`, `pith:`, `local:`); a `local:` id belongs to its collection
 *   and becomes `local:<collection name>/<id>`. A theorem becomes `lean:<library>/<declaration>`, and where a library
 *   states a declaration several times, `…#2` and on, in the order of module and line.
 * - JSON Lines and JSON arrays of Pith documents: each line or item is a document of its own (`file.jsonl#L12`,
 *   `file.json#/3`). `.gz` and `.zip`, known by their first bytes, one inside the other once; names in archives are
 *   never used as paths.
 */
export type * from './facts';
export type { Evidence, Parts } from './evidence';
export type { Stated } from './stated';
/** The most that is read. Bytes, counts, and UTF-16 units for lengths; what is longer is cut or refused, with a problem. */
export { LIMITS } from './limits';
export type { Progress, Source } from './sources';
export type { Check } from './read-document';
/**
 * Reads sources one after another in their order, several at work at once, and gives each document as it is done,
 * with its verdicts. Whatever the bytes are, it gives a document with problems and does not throw; it throws only
 * a Failure of kind `cancelled`, once the signal is aborted. Where there was nothing to read it gives one refused
 * document that says so.
 */
export { readSources, type ReadOptions } from './read-sources';
/**
 * Reads one document again from the sources that were opened, by its name and hash: its bytes as they came, its checks
 * made anew, and the document laid out with what a pointer names marked.
 */
export { readEvidence, readOriginal, type DocumentName, type Original, type Wanted } from './original';
export type { Excerpt } from './excerpt';
