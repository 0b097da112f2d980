import type { CheckedDocument, DocumentKind, TheoremFact } from '../documents';
import type { Alias, CheckResult, Problem, TableColumns, Trust } from '../model';
import { trustOf } from '../checks';
import { BestFacts } from './best-facts';
import { RANK, rankOf } from './rank';
import { dateAgainstId } from './date-against-id';
import { addRow, emptyColumns, emptyTables, EVIDENCE_TABLES, rowsIn } from './columns';
import { encodeTables, type Batch } from './encode';
import { pagesOf, type EventPage } from './event-book';
import type { Names } from './names';
import type { Title } from './title-book';

/** Under which name and number a document is loaded. */
export interface LoadedAs {
  readonly name: string;
  readonly id: number;
}

/** A document that may be of several kinds: it is asked of which. */
export interface Unsure {
  readonly name: string;
  readonly couldBe: readonly DocumentKind[];
}

/** Evidence rows that go out together: enough to be worth a message, few enough to be held twice. */
const BATCH_ROWS = 20_000;

/**
 * What one call of `open` has read so far. Evidence goes out in batches as it is read, with the works as they are known
 * by then. Dropping a Draft leaves the Ledger as it was, but for unused name numbers.
 */
export class Draft {
  readonly tables: TableColumns = emptyTables();
  /** Names that stand in evidence. */
  readonly inEvidence: boolean[] = [];
  readonly said = new BestFacts();
  /** Names that a document says belong to one work; also those it says by itself. */
  readonly unions: { readonly names: readonly number[]; readonly rank: number }[] = [];
  readonly titles: Title[] = [];
  readonly trusts: { name: number; trust: Trust }[] = [];
  readonly theorems: { fact: TheoremFact; document: number }[] = [];
  /** Names in the order in which they came. */
  readonly touched: number[] = [];
  readonly hashes = new Map<string, LoadedAs>();
  readonly recordHashes = new Map<string, string>();
  readonly newRecords: Alias[] = [];
  readonly unsure: Unsure[] = [];
  readonly eventPages: EventPage[] = [];
  readonly linkTheorems: string[] = [];
  readonly useFrom: string[] = [];
  readonly useTo: string[] = [];
  /** The name of each record's work. */
  readonly recordNames = new Map<string, number>();
  readonly #rows = { citations: 0, claims: 0 };
  documents = 0;
  loaded = 0;
  readonly #isTouched: boolean[] = [];
  readonly #problems: { problem: Problem; document: number | null }[] = [];
  readonly #names: Names;
  readonly #before: number;
  readonly #knownHashes: ReadonlyMap<string, LoadedAs>;
  readonly #knownRecords: ReadonlyMap<string, string>;

  constructor(
    names: Names,
    before: number,
    hashes: ReadonlyMap<string, LoadedAs>,
    records: ReadonlyMap<string, string>,
  ) {
    this.#names = names;
    this.#before = before;
    this.#knownHashes = hashes;
    this.#knownRecords = records;
  }

  add(document: CheckedDocument): void {
    const earlier = this.#earlier(document.sha256);
    if (earlier !== undefined && document.sha256 !== '') {
      const message = `The same document is already loaded as ${earlier.name}; nothing was added.`;
      this.addProblem({ document: document.name, pointer: '', severity: 'note', message });
      return;
    }
    const id = this.#before + ++this.documents;
    // What somebody has yet to say the kind of will be opened again.
    if (document.couldBe.length > 0) this.unsure.push({ name: document.name, couldBe: document.couldBe });
    else this.hashes.set(document.sha256, { name: document.name, id });
    this.#addDocument(id, document);
    for (const problem of document.problems) this.addProblem(problem, id);
    this.#addWorks(id, document);
    this.#addRecords(id, document);
    this.#addCitations(id, document);
    this.#addTheorems(id, document);
    this.#addRest(id, document);
    this.eventPages.push(...pagesOf(id, document));
  }

  /** Evidence that is to go out now: nothing, until there is enough of it or it is the last. */
  takeEvidence({ isLast }: { readonly isLast: boolean }): Batch[] {
    const rows = EVIDENCE_TABLES.reduce((sum, table) => sum + rowsIn(this.tables, table), 0);
    if (rows < BATCH_ROWS && !isLast) return [];
    const batches = encodeTables(this.tables, EVIDENCE_TABLES);
    this.#rows.citations += rowsIn(this.tables, 'citations');
    this.#rows.claims += rowsIn(this.tables, 'claims');
    Object.assign(
      this.tables,
      Object.fromEntries(EVIDENCE_TABLES.map((table) => [table, emptyColumns(table)])),
    );
    return batches;
  }

  /** How many rows of evidence there were in all. */
  get rows(): { readonly citations: number; readonly claims: number } {
    return this.#rows;
  }

  addProblem(problem: Problem, document: number | null = null): void {
    this.#problems.push({ problem, document });
  }

  /** A problem that is said of works too, by these names of theirs. */
  addDisagreement(names: readonly number[], problem: Problem, document: number | null): void {
    this.addProblem(problem, document);
    for (const name of names)
      addRow(this.tables, 'disagreements', {
        name_id: name,
        document_id: document,
        message: problem.message,
      });
  }

  keptProblems(most: number): Problem[] {
    const kept = this.#problems.slice(0, most).map(({ problem }) => problem);
    const more = this.#problems.length - kept.length;
    if (more > 0) {
      kept.push({
        document: '',
        pointer: '',
        severity: 'warning',
        message: `${more} more problems are not listed.`,
      });
    }
    return kept;
  }

  writeProblems(most: number): void {
    for (const { problem, document } of this.#problems.slice(0, most)) {
      addRow(this.tables, 'problems', { document_id: document, ...problem });
    }
  }

  #earlier(hash: string): LoadedAs | undefined {
    return this.#knownHashes.get(hash) ?? this.hashes.get(hash);
  }

  #name(alias: Alias): number {
    const name = this.#names.of(alias);
    this.#touch(name);
    return name;
  }

  #touch(name: number): void {
    if (this.#isTouched[name]) return;
    this.#isTouched[name] = true;
    this.touched.push(name);
  }

  /** As known now: evidence whose names turn out to belong to another work is moved when all is read. */
  #workSoFar(name: number): number {
    this.inEvidence[name] = true;
    return this.#names.workOf(name) + 1;
  }

  #addDocument(id: number, document: CheckedDocument): void {
    const refused = document.kind === 'unknown';
    if (!refused) this.loaded++;
    const isPartly = document.problems.some((problem) => problem.severity === 'error');
    addRow(this.tables, 'documents', {
      document_id: id,
      name: document.name,
      origin: document.origin,
      kind: document.kind,
      bytes: document.bytes,
      sha256: document.sha256,
      status: refused ? 'refused' : isPartly ? 'partly' : 'loaded',
      note: document.note,
    });
  }

  #addWorks(id: number, document: CheckedDocument): void {
    for (const fact of document.facts.works) {
      const names = fact.names.map((alias) => this.#name(alias));
      const [first] = names;
      if (first === undefined) continue;
      const rank = rankOf(fact, document);
      this.unions.push({ names, rank });
      this.said.offer(first, rank, fact);
      if (fact.title)
        this.titles.push({ name: first, rank, title: fact.title, document: { id, name: document.name } });
      const doubt = fact.source === 'record' && fact.date ? dateAgainstId(fact.date, fact.names) : null;
      if (doubt !== null) this.#doubt(first, doubt, id, document);
    }
  }

  #addRecords(id: number, document: CheckedDocument): void {
    for (const record of document.facts.records) {
      const name = this.#name(record.work);
      const results = document.checks.filter((check) => check.subject === record.pithNumber);
      const trust = record.hasCanonicalRecord ? trustOf(results) : 'unchecked';
      this.trusts.push({ name, trust });
      this.recordNames.set(record.pithNumber, name);
      this.#noteRecord(id, document, record.pithNumber, record.work);
      addRow(this.tables, 'records', {
        pith_number: record.pithNumber,
        work_id: 0,
        name_id: name,
        version: record.version,
        canonical_sha256: record.canonicalSha256,
        submitted_at: record.submittedAt,
        license: record.license,
        stated_references: record.statedReferences,
        stated_resolved: record.statedResolved,
        stated_anchors: record.statedAnchors,
        stated_formal: record.statedFormal,
        graph_pointer: record.graphPointer,
        stated_cited_by: record.statedCitedBy,
        trust,
        document_id: id,
        pointer: record.pointer,
      });
    }
  }

  #doubt(name: number, message: string, id: number, { name: document }: CheckedDocument): void {
    this.addDisagreement([name], { document, pointer: '', severity: 'warning', message }, id);
  }

  #noteRecord(id: number, document: CheckedDocument, number: string, work: Alias): void {
    const key = `${document.kind} ${number}`;
    const earlier = this.#knownRecords.get(key) ?? this.recordHashes.get(key);
    if (earlier === undefined) this.newRecords.push(work);
    else {
      const message = `The record ${number} is loaded already from a document with other content; both are kept.`;
      this.#doubt(this.#name(work), message, id, document);
    }
    this.recordHashes.set(key, document.sha256);
  }

  #addCitations(id: number, document: CheckedDocument): void {
    const { citations } = this.tables;
    for (const fact of document.facts.citations) {
      const citing = this.#name(fact.citing);
      const cited = fact.cited === null ? null : this.#name(fact.cited);
      citations.citing.push(this.#workSoFar(citing));
      citations.cited.push(cited === null ? null : this.#workSoFar(cited));
      citations.citing_name.push(citing);
      citations.cited_name.push(cited);
      citations.document_id.push(id);
      citations.pointer.push(fact.pointer);
      citations.ref_index.push(fact.refIndex);
      citations.raw.push(fact.raw);
      citations.source.push(fact.source);
      citations.method.push(fact.method);
      citations.role.push(fact.role);
      citations.relationship.push(fact.relationship);
      if (fact.aside !== null && cited !== null) {
        this.said.offer(fact.aside.about === 'citing' ? citing : cited, RANK.aside, fact.aside);
      }
    }
  }

  #addTheorems(id: number, { facts }: CheckedDocument): void {
    for (const fact of facts.libraries) addRow(this.tables, 'libraries', { ...fact, document_id: id });
    for (const fact of facts.theorems) this.theorems.push({ fact, document: id });
    for (const fact of facts.theoremUses) {
      this.useFrom.push(fact.theorem);
      this.useTo.push(fact.uses);
      addRow(this.tables, 'theorem_uses', {
        theorem_id: 0,
        uses: 0,
        site: fact.site,
        document_id: id,
        pointer: fact.pointer,
      });
    }
    for (const fact of facts.theoremLinks) {
      this.linkTheorems.push(fact.theorem);
      addRow(this.tables, 'theorem_links', {
        work_id: 0,
        name_id: this.#name(fact.work),
        claim_id: fact.claimId,
        theorem_id: 0,
        relation: fact.relation,
        scope: fact.scope,
        source: fact.source,
        document_id: id,
        pointer: fact.pointer,
      });
    }
  }

  /** A verdict that only several documents together give; `name` is of the record's work. */
  addCheck(id: number, { subject, check, verdict, detail, pointer }: CheckResult, name: number | null): void {
    addRow(this.tables, 'checks', { subject, check, verdict, detail, document_id: id, pointer });
    if (verdict !== 'fail' || name === null) return;
    this.trusts.push({ name, trust: 'broken' });
    this.#touch(name);
  }

  #addRest(id: number, document: CheckedDocument): void {
    for (const fact of document.facts.claims) {
      const name = this.#name(fact.work);
      addRow(this.tables, 'claims', {
        work_id: this.#workSoFar(name),
        name_id: name,
        claim_id: fact.claimId,
        kind: fact.kind,
        text: fact.text,
        status: fact.status,
        attestation: fact.attestation,
        document_id: id,
        pointer: fact.pointer,
      });
    }
    for (const fact of document.facts.events) {
      addRow(this.tables, 'events', {
        event_id: fact.eventId,
        pith_number: fact.pithNumber,
        type: fact.type,
        target: fact.target,
        created_at: fact.createdAt,
        signer: fact.signer,
        key_id: fact.keyId,
        fingerprint: fact.fingerprint,
        document_id: id,
        pointer: fact.pointer,
      });
    }
    for (const { pithNumber, ...said } of document.facts.statements)
      addRow(this.tables, 'statements', { pith_number: pithNumber, ...said, document_id: id });
    for (const check of document.checks) {
      const { subject, verdict, detail, pointer } = check;
      addRow(this.tables, 'checks', {
        subject,
        check: check.check,
        verdict,
        detail,
        document_id: id,
        pointer,
      });
    }
  }
}
