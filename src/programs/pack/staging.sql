-- What was read of the documents so far, before anything of it is put together. It stays beside the corpus, so that a
-- pack that was stopped goes on, and later documents are added.

CREATE TABLE IF NOT EXISTS sources (   -- inputs that were read to their end
  name VARCHAR NOT NULL, bytes BIGINT NOT NULL, modified BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS documents (
  document INTEGER NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, status VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL, shard INTEGER, start BIGINT, bytes BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS said (      -- what a document says of a work, or by the way of another
  name VARCHAR NOT NULL, rank TINYINT NOT NULL, title VARCHAR, authors VARCHAR, year INTEGER, date VARCHAR,
  venue VARCHAR, category VARCHAR, document INTEGER NOT NULL   -- 0 where it is by the way
);

CREATE TABLE IF NOT EXISTS unions (    -- names that a document says are of one work, in their order, with lines between
  names VARCHAR NOT NULL, rank TINYINT NOT NULL
);

CREATE TABLE IF NOT EXISTS cited (     -- one piece of evidence
  citing VARCHAR NOT NULL, cited VARCHAR NOT NULL, document INTEGER NOT NULL, pointer VARCHAR NOT NULL,
  role VARCHAR, relationship VARCHAR
);

CREATE TABLE IF NOT EXISTS records (
  pith_number VARCHAR NOT NULL, name VARCHAR NOT NULL, trust VARCHAR NOT NULL, document INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS problems (
  document VARCHAR NOT NULL, pointer VARCHAR NOT NULL, severity VARCHAR NOT NULL, message VARCHAR NOT NULL
);
