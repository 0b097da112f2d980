import { trustOf } from '../checks';
import type { CheckedDocument, Facts, RecordFact, WorkFact } from '../documents';
import type { Alias, TableColumns, Trust } from '../model';
import { addRow, emptyTables, EVIDENCE_TABLES, rowsIn } from './columns';
import { encodeTables, type Batch } from './encode';
import { pagesOf, type EventPage } from './event-book';
import { rankOf } from './rank';

/** What the Ledger has to know of a document: all but its evidence, of which it only numbers the names. */
export interface ReadDocument
  extends
    Omit<CheckedDocument, 'facts' | 'checks'>,
    Pick<Facts, 'libraries' | 'theorems' | 'theoremUses' | 'theoremLinks'> {
  readonly works: readonly { readonly fact: WorkFact; readonly rank: number }[];
  readonly records: readonly { readonly fact: RecordFact; readonly trust: Trust }[];
  readonly eventPages: readonly EventPage[];
  readonly citations: number;
  readonly claims: number;
  /** Names in its evidence, by their places on the sheet. */
  readonly names: readonly number[];
}

/** What documents say of works by the way, as columns. */
export interface Asides {
  readonly document: number[];
  readonly name: number[];
  readonly title: (string | null)[];
  readonly authorsText: (string | null)[];
  readonly year: (number | null)[];
}

/** What is on a sheet besides evidence; it can be sent to another worker. */
export interface SheetHead {
  readonly documents: readonly ReadDocument[];
  readonly names: readonly Alias[];
  readonly asides: Asides;
}

/** What the Ledger gives out for the documents and the names of a sheet, by their places on it. */
export interface Numbers {
  /** 0 for a document that is not taken. */
  readonly documents: readonly number[];
  readonly names: readonly number[];
  /** The works of the names, as known so far. */
  readonly works: readonly number[];
}

/** Some documents that were read one after the other. Their evidence waits here until the Ledger has numbered them. */
export class Sheet {
  readonly #documents: ReadDocument[] = [];
  readonly #names: Alias[] = [];
  readonly #places = new Map<Alias, number>();
  readonly #asides: Asides = { document: [], name: [], title: [], authorsText: [], year: [] };
  readonly #tables: TableColumns = emptyTables();

  get head(): SheetHead {
    return { documents: this.#documents, names: this.#names, asides: this.#asides };
  }

  /** How many rows of evidence are waiting. */
  get rows(): number {
    return EVIDENCE_TABLES.reduce((sum, table) => sum + rowsIn(this.#tables, table), 0);
  }

  get isEmpty(): boolean {
    return this.#documents.length === 0;
  }

  add(document: CheckedDocument): void {
    const { facts, checks, ...said } = document;
    const place = this.#documents.length;
    const names = new Set<number>();
    this.#addCitations(place, facts, names);
    this.#addClaims(place, facts, names);
    this.#addRest(place, document);
    this.#documents.push({
      ...said,
      works: facts.works.map((fact) => ({ fact, rank: rankOf(fact, document) })),
      records: facts.records.map((fact) => {
        const own = checks.filter(({ subject }) => subject === fact.pithNumber);
        return { fact, trust: fact.hasCanonicalRecord ? trustOf(own) : 'unchecked' };
      }),
      libraries: facts.libraries,
      theorems: facts.theorems,
      theoremUses: facts.theoremUses,
      theoremLinks: facts.theoremLinks,
      eventPages: pagesOf(document),
      citations: facts.citations.length,
      claims: facts.claims.length,
      names: [...names],
    });
  }

  /** The evidence with these numbers, without that of documents that are not taken. */
  encode(numbers: Numbers): Batch[] {
    const tables = this.#tables;
    if (numbers.documents.includes(0)) this.#drop(numbers);
    const worksOf = (names: readonly (number | null)[]) =>
      names.map((name) => (name === null ? null : (numbers.works[name] ?? 0)));
    const namesOf = (names: readonly (number | null)[]) =>
      names.map((name) => (name === null ? null : (numbers.names[name] ?? 0)));
    const { citations, claims } = tables;
    citations.citing = worksOf(citations.citing_name) as number[];
    citations.cited = worksOf(citations.cited_name);
    citations.citing_name = namesOf(citations.citing_name) as number[];
    citations.cited_name = namesOf(citations.cited_name);
    claims.work_id = worksOf(claims.name_id) as number[];
    claims.name_id = namesOf(claims.name_id) as number[];
    for (const table of EVIDENCE_TABLES)
      tables[table].document_id = tables[table].document_id.map((place) => numbers.documents[place] ?? 0);
    return encodeTables(tables, EVIDENCE_TABLES);
  }

  #drop({ documents }: Numbers): void {
    for (const table of EVIDENCE_TABLES) {
      const columns = this.#tables[table] as unknown as Record<string, unknown[]>;
      const isKept = this.#tables[table].document_id.map((place) => documents[place] !== 0);
      for (const [column, values] of Object.entries(columns))
        columns[column] = values.filter((_, row) => isKept[row]);
    }
  }

  #place(alias: Alias, names: Set<number>): number {
    let place = this.#places.get(alias);
    if (place === undefined) {
      place = this.#names.push(alias) - 1;
      this.#places.set(alias, place);
    }
    names.add(place);
    return place;
  }

  #addCitations(document: number, facts: Facts, names: Set<number>): void {
    const { citations } = this.#tables;
    for (const fact of facts.citations) {
      const citing = this.#place(fact.citing, names);
      const cited = fact.cited === null ? null : this.#place(fact.cited, names);
      citations.citing.push(0);
      citations.cited.push(null);
      citations.citing_name.push(citing);
      citations.cited_name.push(cited);
      citations.document_id.push(document);
      citations.pointer.push(fact.pointer);
      citations.ref_index.push(fact.refIndex);
      citations.raw.push(fact.raw);
      citations.source.push(fact.source);
      citations.method.push(fact.method);
      citations.role.push(fact.role);
      citations.relationship.push(fact.relationship);
      if (fact.aside === null || cited === null) continue;
      this.#asides.document.push(document);
      this.#asides.name.push(fact.aside.about === 'citing' ? citing : cited);
      this.#asides.title.push(fact.aside.title);
      this.#asides.authorsText.push(fact.aside.authorsText);
      this.#asides.year.push(fact.aside.year);
    }
  }

  #addClaims(document: number, facts: Facts, names: Set<number>): void {
    for (const fact of facts.claims)
      addRow(this.#tables, 'claims', {
        work_id: 0,
        name_id: this.#place(fact.work, names),
        claim_id: fact.claimId,
        kind: fact.kind,
        text: fact.text,
        status: fact.status,
        attestation: fact.attestation,
        document_id: document,
        pointer: fact.pointer,
      });
  }

  #addRest(document: number, { facts, checks }: CheckedDocument): void {
    for (const fact of facts.events)
      addRow(this.#tables, 'events', {
        event_id: fact.eventId,
        pith_number: fact.pithNumber,
        type: fact.type,
        target: fact.target,
        created_at: fact.createdAt,
        signer: fact.signer,
        key_id: fact.keyId,
        fingerprint: fact.fingerprint,
        document_id: document,
        pointer: fact.pointer,
      });
    for (const { pithNumber, ...said } of facts.statements)
      addRow(this.#tables, 'statements', { pith_number: pithNumber, ...said, document_id: document });
    for (const { subject, check, verdict, detail, pointer } of checks)
      addRow(this.#tables, 'checks', { subject, check, verdict, detail, document_id: document, pointer });
  }
}
