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
 *   - `{"type":"citation","citing":"arXiv:…","cited":"doi:…","source":"where this was read","raw","method","role","relationship"}`,
 *     with what it says by the way of one of the two (`cited_title`, `cited_authors`, `cited_year`; `citing_…`)
 *   - `{"type":"theorem","id","library","module","declaration","title","kind","status","line","url","statement","sorry","axioms":[…]}`
 *   - `{"type":"theorem_use","theorem","uses","site":"statement"|"proof"|"unknown"|"import"}`, by the rows' ids
 *   - `{"type":"theorem_link","work":"arXiv:…","claim":"C1","theorem","relation","scope":"theorem"|"file","source"}`
 *   Ids carry their scheme (`arXiv:`, `doi:`, `openalex:`, `pith:`, `local:`); a `local:` id belongs to its collection
 *   and becomes `local:<collection name>/<id>`, unless the first line says `"local_ids":"whole"`. A theorem becomes `lean:<library>/<declaration>`, and where a library
 *   states a declaration several times, `…#2` and on, in the order of module and line.
 * - blueprints as data: `{repo, commit, nodes, edges, bibliography}`, where each node has an `id` and a list `lean` of
 *   declarations, and each edge says that its `source` uses its `target` (`kind`: statement, proof, or anything else).
 * - blueprints as leanblueprint publishes them: the page `dep_graph_document.html`, or the DOT in it. There a line leads
 *   from what is used to what uses it, dashed in the statement, else in the proof; colours give the stage. Sources:
 *   depgraph.py of plastexdepgraph, blueprint.py of leanblueprint.
 * - declarations, one a line or an item: `{name, module|file, library, kind, line, status|category, statement|doc, sorry,
 *   axioms, uses:[name | {name, site}]}`; those of formal-conjectures say their file. Its links
 *   (`{theorem, file, url, text, scope, arxiv_id, doi}`) are a document of their own and name theorems as
 *   `lean:<library>/<declaration>@<module>`, the nth of one name in one module with `~n`.
 * - dependency dumps, one constant a line or an item: `{name, references, constType, constCategory}`; a constant uses its
 *   references. Also GraphML and GEXF whose nodes have a `name` and a `code`, `file_path` or `start_line`; there a line
 *   leads from what uses to what is used (so the statements of known files say).
 * - import graphs of `lake exe graph`, as DOT (`digraph "import_graph"`) or GEXF: a line leads from the imported module to
 *   the one that imports it. Sources: DotFile.lean and Gexf.lean of leanprover-community/import-graph.
 * - lists of citations as CSV (also with tabs or semicolons), whose first line names `citing` and `cited`, or `source` and
 *   `target`, `from` and `to` where the ids are those of works; others are asked about.
 * - citation graphs in GEXF or GraphML of which most nodes are named as works are (`arXiv:…`, a DOI, `openalex:…`, by their
 *   id, `public_id`, `arxiv_id` or `doi`): a line leads from the work that cites. Those that we export are such.
 * - other graphs in DOT, GEXF or GraphML are not guessed at: `couldBe` says as what `ReadOptions.as` may have them read.
 * - reference lists, as collections named after their file, without citations: BibTeX (and BibLaTeX), RIS, CSL JSON.
 *   An entry has one
 *   name, its arXiv id, else its DOI, else `local:<file>/<key>`, because an entry of a list never unites two works.
 * - works as the API of OpenAlex gives them, one, some in a list, in `results` or one a line, with `referenced_works`: the
 *   ids that a work states of itself are of one work, as in a collection.
 * - papers as the graph API of Semantic Scholar gives them, likewise (a list in `data`), with `references` and `citations`;
 *   of these each has one name: its arXiv id, DOI, or `local:semantic-scholar/<paperId>`.
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
/** For portable bundles: documents as they came, or the lines of them that are needed; and what is in such a bundle. */
export { readManifest, readParts, readStoryPart, type FoundPart, type WantedPart } from './portable';
/**
 * Reads sources one after another in their order, several at work at once, and gives each document as it is done,
 * with its verdicts. Whatever the bytes are, it gives a document with problems and does not throw; it throws only
 * a Failure of kind `cancelled`, once the signal is aborted. Where there was nothing to read it gives one refused
 * document that says so.
 */
export { readSources, readWithBytes, type ReadOptions } from './read-sources';
/**
 * For several readers: `runsOf` cuts sources, in their order, into runs that may be read beside each other; `readRun` is
 * `readSources` without the word that there was nothing, which is `nothingIn`.
 */
export { nothingIn, readRun, runsOf } from './read-sources';
export { inOrder } from './in-order';
/**
 * Reads one document again from the sources that were opened, by its name and hash: its bytes as they came, its checks
 * made anew, and the document laid out with what a pointer names marked.
 */
export { readEvidence, readOriginal, type DocumentName, type Original, type Wanted } from './original';
export type { Excerpt } from './excerpt';
