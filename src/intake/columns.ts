import type { TableColumns, TableName } from '../model';

export type ColumnType = 'int' | 'float' | 'text' | 'word' | 'bool';
type Specification = { [T in TableName]: { [C in keyof TableColumns[T]]: ColumnType } };

/** Every table's columns in the order of `schema.sql`; a `word` has few different values and goes as a dictionary. */
export const COLUMNS: Specification = {
  documents: {
    document_id: 'int',
    name: 'text',
    origin: 'text',
    kind: 'word',
    bytes: 'float',
    sha256: 'text',
    status: 'word',
    note: 'text',
  },
  works: {
    work_id: 'int',
    public_id: 'text',
    title: 'text',
    authors_text: 'text',
    year: 'int',
    date: 'text',
    venue: 'word',
    primary_cat: 'word',
    headline: 'text',
    abstract: 'text',
    is_record: 'bool',
    is_stub: 'bool',
    trust: 'word',
    stated_cited_by: 'int',
  },
  work_ids: { name_id: 'int', work_id: 'int', scheme: 'word', value: 'text', alias: 'text' },
  records: {
    pith_number: 'text',
    work_id: 'int',
    name_id: 'int',
    version: 'int',
    canonical_sha256: 'text',
    submitted_at: 'text',
    license: 'word',
    stated_references: 'int',
    stated_resolved: 'int',
    stated_anchors: 'int',
    stated_formal: 'int',
    graph_pointer: 'word',
    stated_cited_by: 'int',
    trust: 'word',
    document_id: 'int',
    pointer: 'text',
  },
  citations: {
    citing: 'int',
    cited: 'int',
    citing_name: 'int',
    cited_name: 'int',
    document_id: 'int',
    pointer: 'text',
    ref_index: 'int',
    raw: 'text',
    source: 'word',
    method: 'word',
    role: 'word',
    relationship: 'word',
  },
  claims: {
    work_id: 'int',
    name_id: 'int',
    claim_id: 'word',
    kind: 'word',
    text: 'text',
    status: 'word',
    attestation: 'word',
    document_id: 'int',
    pointer: 'word',
  },
  theorems: {
    theorem_id: 'int',
    public_id: 'text',
    library: 'word',
    module: 'word',
    declaration: 'text',
    title: 'text',
    kind: 'word',
    status: 'word',
    stage: 'word',
    axioms: 'word',
    statement: 'text',
    sorry: 'bool',
    line: 'int',
    url: 'text',
    document_id: 'int',
    pointer: 'text',
  },
  theorem_names: { theorem_id: 'int', alias: 'text' },
  libraries: {
    library: 'word',
    repository: 'word',
    revision: 'word',
    licence: 'word',
    document_id: 'int',
    pointer: 'text',
  },
  theorem_uses: { theorem_id: 'int', uses: 'int', site: 'word', document_id: 'int', pointer: 'text' },
  theorem_links: {
    work_id: 'int',
    name_id: 'int',
    claim_id: 'word',
    theorem_id: 'int',
    relation: 'word',
    scope: 'word',
    source: 'word',
    document_id: 'int',
    pointer: 'text',
  },
  events: {
    event_id: 'text',
    pith_number: 'text',
    type: 'word',
    target: 'word',
    created_at: 'word',
    signer: 'word',
    key_id: 'word',
    fingerprint: 'word',
    document_id: 'int',
    pointer: 'text',
  },
  statements: { pith_number: 'text', name: 'word', value: 'text', document_id: 'int', pointer: 'word' },
  checks: {
    subject: 'text',
    check: 'word',
    verdict: 'word',
    detail: 'word',
    document_id: 'int',
    pointer: 'word',
  },
  disagreements: { name_id: 'int', document_id: 'int', message: 'text' },
  problems: { document_id: 'int', document: 'word', pointer: 'text', severity: 'word', message: 'text' },
};

export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];

/** Evidence: rows that nothing read later changes, but for the works their names belong to. */
export const EVIDENCE_TABLES = ['citations', 'claims', 'events', 'statements', 'checks'] as const;

export function emptyTables(): TableColumns {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, emptyColumns(table)]),
  ) as unknown as TableColumns;
}

function emptyColumns<T extends TableName>(table: T): TableColumns[T] {
  return Object.fromEntries(
    Object.keys(COLUMNS[table]).map((column) => [column, []]),
  ) as unknown as TableColumns[T];
}

type Row<T extends TableName> = {
  [C in keyof TableColumns[T]]: TableColumns[T][C] extends (infer V)[] ? V : never;
};

export function addRow<T extends TableName>(tables: TableColumns, table: T, row: Row<T>): void {
  const columns = tables[table] as unknown as Record<string, unknown[]>;
  for (const column in columns) columns[column]?.push((row as Record<string, unknown>)[column]);
}

export function rowsIn(tables: TableColumns, table: TableName): number {
  const columns = tables[table] as unknown as Record<string, unknown[]>;
  return Object.values(columns)[0]?.length ?? 0;
}
