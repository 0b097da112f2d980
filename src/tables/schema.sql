-- The tables of Corollary. People write SQL against them; a change here is a breaking change.
-- Ids are positive integers in the order of arrival. Nothing that is drawn depends on them: use public_id to name things.

CREATE TABLE documents (          -- one file as loaded
  document_id INTEGER NOT NULL,
  name        VARCHAR NOT NULL,   -- file name, path inside an archive, or address
  origin      VARCHAR,            -- archive or address it came from
  kind        VARCHAR NOT NULL,   -- bundle, state, graph, record, hub, collection, blueprint, declarations, theorem-links, imports, dependencies, unknown
  bytes       DOUBLE  NOT NULL,
  sha256      VARCHAR NOT NULL,   -- of the bytes as they came
  status      VARCHAR NOT NULL,   -- loaded, partly (some of it was left out), refused
  note        VARCHAR             -- what the document says of itself
);

CREATE TABLE works (              -- a paper, one node
  work_id      INTEGER NOT NULL,
  public_id    VARCHAR NOT NULL,  -- its best name: arXiv:…, else doi:…, openalex:…, pith-work:…, local:…
  title        VARCHAR,
  authors_text VARCHAR,
  year         INTEGER,
  date         VARCHAR,           -- ISO, as exact as known: 2024, 2024-09 or 2024-09-19
  venue        VARCHAR,
  primary_cat  VARCHAR,
  headline     VARCHAR,
  abstract     VARCHAR,           -- or the beginning of it, where a document carries it
  is_record    BOOLEAN NOT NULL,  -- a Pith record of it is loaded
  is_stub      BOOLEAN NOT NULL,  -- known only from references
  trust        VARCHAR NOT NULL,  -- sound, broken, unchecked; none where no record is loaded
  stated_cited_by INTEGER         -- how many papers cite it, as a hub document states
);

CREATE TABLE work_ids (           -- a name of a work
  name_id INTEGER NOT NULL,
  work_id INTEGER NOT NULL,
  scheme  VARCHAR NOT NULL,       -- arxiv, doi, openalex, pith_work, pith, local
  value   VARCHAR NOT NULL,
  alias   VARCHAR NOT NULL        -- scheme and value in one, as written in Views: arXiv:2409.12917
);

CREATE TABLE records (            -- a Pith record, one version of a work
  pith_number       VARCHAR NOT NULL,
  work_id           INTEGER NOT NULL,
  name_id           INTEGER NOT NULL,
  version           INTEGER,
  canonical_sha256  VARCHAR,
  submitted_at      VARCHAR,
  license           VARCHAR,
  stated_references INTEGER,      -- counts as the registry states them; not checked
  stated_resolved   INTEGER,
  stated_anchors    INTEGER,
  stated_formal     INTEGER,
  graph_pointer     VARCHAR,               -- of the graph snapshot that states these counts
  stated_cited_by   INTEGER,
  trust             VARCHAR NOT NULL,
  document_id       INTEGER NOT NULL,
  pointer           VARCHAR NOT NULL
);

CREATE TABLE citations (          -- one piece of evidence that A cites B; a drawn line has one or more
  citing       INTEGER NOT NULL,
  cited        INTEGER,           -- NULL: a reference without any identifier
  citing_name  INTEGER NOT NULL,  -- the names the evidence used (work_ids.name_id)
  cited_name   INTEGER,
  document_id  INTEGER NOT NULL,
  pointer      VARCHAR NOT NULL,  -- JSON pointer or line in the document
  ref_index    INTEGER,
  raw          VARCHAR,           -- the reference as printed, where the document carries it
  source       VARCHAR,           -- where it was read, in words
  method       VARCHAR,           -- how the cited work was found
  role         VARCHAR,
  relationship VARCHAR
);

CREATE TABLE claims (
  work_id INTEGER NOT NULL, name_id INTEGER NOT NULL, claim_id VARCHAR NOT NULL, kind VARCHAR, text VARCHAR NOT NULL,
  status VARCHAR, attestation VARCHAR, document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE theorems (           -- a formal statement
  theorem_id  INTEGER NOT NULL,
  public_id   VARCHAR NOT NULL,   -- lean:<library>/<declaration>, blueprint:<library>/<label>, module:<library>/<module>
  library     VARCHAR NOT NULL,
  module      VARCHAR,            -- of a blueprint's node its file
  declaration VARCHAR NOT NULL,   -- of a blueprint's node its label
  title       VARCHAR,
  kind        VARCHAR,            -- as the document says: theorem, lemma, def, axiom, module, …
  status      VARCHAR,            -- as the document says
  stage       VARCHAR,            -- stated, formalised, proved, proved-all (the document says: with all it rests on); NULL: not told
  axioms      VARCHAR,            -- all it rests on, with spaces between; empty: none; NULL: not told
  statement   VARCHAR,
  sorry       BOOLEAN,            -- true: stated in Lean, not proved
  line        INTEGER,
  url         VARCHAR,
  document_id INTEGER NOT NULL,
  pointer     VARCHAR NOT NULL
);

CREATE TABLE theorem_names (      -- a further name: a Lean declaration of a blueprint's node (nodes may share one), another id
  theorem_id INTEGER NOT NULL, alias VARCHAR NOT NULL
);

CREATE TABLE libraries (          -- where a formal library comes from, as a document says
  library VARCHAR NOT NULL, repository VARCHAR, revision VARCHAR, licence VARCHAR,
  document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE theorem_uses (       -- one theorem uses another
  theorem_id INTEGER NOT NULL, uses INTEGER NOT NULL, site VARCHAR NOT NULL, -- statement, proof, unknown, import
  document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE theorem_links (      -- a tie of a theorem to a work or one of its claims; a tie is asserted, never checked
  work_id INTEGER NOT NULL, name_id INTEGER NOT NULL, claim_id VARCHAR, theorem_id INTEGER NOT NULL,
  relation VARCHAR, scope VARCHAR, source VARCHAR, document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE events (
  event_id VARCHAR, pith_number VARCHAR, type VARCHAR, target VARCHAR, created_at VARCHAR, signer VARCHAR,
  key_id VARCHAR, fingerprint VARCHAR, -- of the signer's public key, as stated
  document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE statements (         -- one thing the registry says of a record; said, not checked
  pith_number VARCHAR NOT NULL, name VARCHAR NOT NULL, -- such as verification_status.externally_anchored
  value VARCHAR NOT NULL, document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE checks (             -- one verdict
  subject VARCHAR NOT NULL, "check" VARCHAR NOT NULL, verdict VARCHAR NOT NULL, -- pass, fail, not-checkable
  detail VARCHAR NOT NULL, document_id INTEGER NOT NULL, pointer VARCHAR NOT NULL
);

CREATE TABLE disagreements (      -- where documents, or a document and an id, say different things of one work
  name_id INTEGER NOT NULL, document_id INTEGER, message VARCHAR NOT NULL
);

CREATE TABLE problems (           -- one thing that was wrong with an input
  document_id INTEGER, document VARCHAR NOT NULL, pointer VARCHAR NOT NULL, severity VARCHAR NOT NULL, message VARCHAR NOT NULL
);

-- What a line joins: a work is its work_id, a theorem is minus its theorem_id. One row a piece of evidence.
CREATE VIEW lines AS
  SELECT citing AS from_node, cited AS to_node, 'cites' AS kind, false AS is_weak FROM citations
   WHERE cited IS NOT NULL AND citing <> cited
  UNION ALL
  SELECT work_id, -theorem_id, 'formal', coalesce(scope, '') = 'file' FROM theorem_links
  UNION ALL
  SELECT -theorem_id, -uses, 'uses', site NOT IN ('statement', 'import') FROM theorem_uses WHERE theorem_id <> uses;
