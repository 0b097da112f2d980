import type { DocumentKind, TheoremFact } from '../documents';
import type { Alias, CheckResult, Problem, TableColumns, Trust } from '../model';
import { BestFacts } from './best-facts';
import { RANK } from './rank';
import { dateAgainstId } from './date-against-id';
import { addRow, emptyTables } from './columns';
import type { EventPage } from './event-book';
import type { Names } from './names';
import type { Asides, Numbers, ReadDocument, SheetHead } from './sheet';
import type { Title } from './title-book';

/** Under which name and number a document is loaded. */
export interface LoadedAs {
  readonly name: string;
  readonly id: number;
}

/** What was read before. */
interface Known {
  readonly names: Names;
  readonly said: BestFacts;
  readonly documents: number;
  readonly hashes: ReadonlyMap<string, LoadedAs>;
  readonly records: ReadonlyMap<string, string>;
}

/** A document that may be of several kinds: it is asked of which. */
export interface Unsure {
  readonly name: string;
  readonly couldBe: readonly DocumentKind[];
}

/**
 * What one call of `open` has read so far, but for its evidence, which goes out by sheets with the numbers that are given
 * here. Dropping a Draft leaves the Ledger as it was, but for unused name numbers.
 */
export class Draft {
  readonly tables: TableColumns = emptyTables();
  /** Names that stand in evidence. */
  readonly inEvidence: boolean[] = [];
  readonly said: BestFacts;
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
  readonly eventPages: { readonly page: EventPage; readonly document: number }[] = [];
  readonly linkTheorems: string[] = [];
  readonly useFrom: string[] = [];
  readonly useTo: string[] = [];
  /** The name of each record's work. */
  readonly recordNames = new Map<string, number>();
  readonly rows = { citations: 0, claims: 0 };
  /** Whether nothing was read at all. */
  isEmpty = true;
  documents = 0;
  loaded = 0;
  readonly #isTouched: boolean[] = [];
  readonly #problems: { problem: Problem; document: number | null }[] = [];
  readonly #names: Names;
  readonly #before: number;
  readonly #knownHashes: ReadonlyMap<string, LoadedAs>;
  readonly #knownRecords: ReadonlyMap<string, string>;

  constructor(known: Known) {
    this.said = new BestFacts(known.said);
    this.#names = known.names;
    this.#before = known.documents;
    this.#knownHashes = known.hashes;
    this.#knownRecords = known.records;
  }

  /** Takes the documents that are new, and numbers them and what is named in their evidence. */
  add({ documents, names, asides }: SheetHead): Numbers {
    const numbers = {
      documents: [] as number[],
      names: new Array<number>(names.length).fill(0),
      works: new Array<number>(names.length).fill(0),
    };
    if (documents.length > 0) this.isEmpty = false;
    for (const document of documents) {
      const id = this.#idOf(document);
      numbers.documents.push(id);
      if (id === 0) continue;
      this.#addDocument(id, document);
      for (const problem of document.problems) this.addProblem(problem, id);
      this.#addWorks(id, document);
      this.#addRecords(id, document);
      for (const place of document.names) {
        if (numbers.works[place] !== 0) continue;
        const name = this.#name(names[place] as Alias);
        numbers.names[place] = name;
        numbers.works[place] = this.#workSoFar(name);
      }
      this.#addTheorems(id, document);
      for (const page of document.eventPages) this.eventPages.push({ page, document: id });
      this.rows.citations += document.citations;
      this.rows.claims += document.claims;
    }
    this.#addAsides(asides, numbers);
    return numbers;
  }

  /** 0 where the same is loaded already. */
  #idOf({ name, sha256, couldBe }: ReadDocument): number {
    const earlier = this.#earlier(sha256);
    if (earlier !== undefined && sha256 !== '') {
      const message = `The same document is already loaded as ${earlier.name}; nothing was added.`;
      this.addProblem({ document: name, pointer: '', severity: 'note', message });
      return 0;
    }
    const id = this.#before + ++this.documents;
    // What somebody has yet to say the kind of will be opened again.
    if (couldBe.length > 0) this.unsure.push({ name, couldBe });
    else this.hashes.set(sha256, { name, id });
    return id;
  }

  #addAsides({ document, name, title, authorsText, year }: Asides, numbers: Numbers): void {
    name.forEach((place, row) => {
      if (numbers.documents[document[row] ?? 0] === 0) return;
      const said = {
        title: title[row] ?? null,
        authorsText: authorsText[row] ?? null,
        year: year[row] ?? null,
      };
      this.said.offer(numbers.names[place] ?? 0, RANK.aside, said);
    });
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

  #addDocument(id: number, document: ReadDocument): void {
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

  #addWorks(id: number, document: ReadDocument): void {
    for (const { fact, rank } of document.works) {
      const names = fact.names.map((alias) => this.#name(alias));
      const [first] = names;
      if (first === undefined) continue;
      this.unions.push({ names, rank });
      this.said.offer(first, rank, fact);
      if (fact.title)
        this.titles.push({ name: first, rank, title: fact.title, document: { id, name: document.name } });
      const doubt = fact.source === 'record' && fact.date ? dateAgainstId(fact.date, fact.names) : null;
      if (doubt !== null) this.#doubt(first, doubt, id, document);
    }
  }

  #addRecords(id: number, document: ReadDocument): void {
    for (const { fact: record, trust } of document.records) {
      const name = this.#name(record.work);
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

  #doubt(name: number, message: string, id: number, { name: document }: ReadDocument): void {
    this.addDisagreement([name], { document, pointer: '', severity: 'warning', message }, id);
  }

  #noteRecord(id: number, document: ReadDocument, number: string, work: Alias): void {
    const key = `${document.kind} ${number}`;
    const earlier = this.#knownRecords.get(key) ?? this.recordHashes.get(key);
    if (earlier === undefined) this.newRecords.push(work);
    else {
      const message = `The record ${number} is loaded already from a document with other content; both are kept.`;
      this.#doubt(this.#name(work), message, id, document);
    }
    this.recordHashes.set(key, document.sha256);
  }

  #addTheorems(id: number, facts: ReadDocument): void {
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
}
