import {
  arxivMonth,
  compareNames,
  compareText,
  schemeOf,
  valueOf,
  type Alias,
  type LoadReport,
  type Problem,
  type TableColumns,
  type TableName,
  type Trust,
} from '../model';
import type { TheoremFact, WorkFact, WorkSource } from '../documents';
import { addRow, EVIDENCE_TABLES, rowsIn, TABLE_NAMES } from './columns';
import { Draft } from './draft';
import { encodeTables, type Batch } from './encode';
import { EventBook } from './event-book';
import { Names } from './names';

const RANK: Record<WorkSource, number> = { record: 0, hub: 1, collection: 2, reference: 3 };
const FIELDS = [
  'title',
  'authorsText',
  'year',
  'date',
  'venue',
  'primaryCat',
  'headline',
  'statedCitedBy',
] as const;
type Field = (typeof FIELDS)[number];
type Value = string | number;
type Best = Record<Field, ({ rank: number; value: Value } | undefined)[]>;
const TRUST_ORDER: readonly Trust[] = ['none', 'unchecked', 'sound', 'broken'];
const MOST_PROBLEMS = 1000;
const REST = TABLE_NAMES.filter((table) => !(EVIDENCE_TABLES as readonly TableName[]).includes(table));

/** What one call of `open` gives the tables besides the evidence that went before it. */
export interface Delivery {
  readonly batches: readonly Batch[];
  readonly replacedWorks: readonly number[];
  readonly replacedTheorems: readonly number[];
  /** Names that are in the tables with another work than they have now. */
  readonly movedNames: readonly number[];
  /** Whether evidence in the tables, also of this call, has a name whose work is another now. */
  readonly movesEvidence: boolean;
  /** Names of the works whose records this call brought for the first time. */
  readonly newRecords: readonly Alias[];
  readonly report: LoadReport;
}

/**
 * All that was read in this session: names, what is said of each, and which documents are in. It turns a Draft
 * into rows; the same documents in any order give the same works.
 */
export class Ledger {
  readonly names = new Names();
  readonly #best: Best;
  readonly #rank: number[] = [];
  readonly #trust: Trust[] = [];
  readonly #members = new Map<number, number[]>();
  readonly #emitted = new Set<number>();
  readonly #works = new Set<number>();
  readonly #theorems = new Map<string, { id: number; fact: TheoremFact }>();
  readonly #hashes = new Map<string, string>();
  readonly #records = new Map<string, string>();
  readonly #events = new EventBook();
  readonly #conflicts = new Set<string>();
  #documents = 0;

  constructor() {
    this.#best = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as Best;
  }

  draft(): Draft {
    return new Draft(this.names, this.#documents, this.#hashes, this.#records);
  }

  settle(draft: Draft, startedAt: number): Delivery {
    this.#documents += draft.documents;
    for (const [hash, name] of draft.hashes) this.#hashes.set(hash, name);
    for (const [number, hash] of draft.recordHashes) this.#records.set(number, hash);
    this.#compareEvents(draft);
    for (const { names, fact } of draft.works) this.#offer(names, fact);
    for (const { name, trust } of draft.trusts) this.#trust[name] = worse(this.#trust[name] ?? 'none', trust);
    const former = this.names.settle();
    const moved = [...former.keys()].filter((name) => this.#emitted.has(name));
    const movesEvidence = moved.length > 0 || this.#hasMoved(draft);
    const known = new Set(this.#works);
    const works = this.#touchedWorks(draft, former);
    const { tables } = draft;
    this.#writeWorks(tables, works, draft, moved);
    const replacedTheorems = this.#writeTheorems(draft);
    this.#resolve(draft);
    this.#reportConflicts(draft);
    draft.writeProblems(MOST_PROBLEMS);
    const added = countAdded(tables, known);
    const last = draft.takeEvidence({ isLast: true });
    return {
      batches: [...last, ...encodeTables(tables, REST)],
      replacedWorks: [...known].filter((work) => works.has(work - 1) || !this.#works.has(work)),
      replacedTheorems,
      movedNames: moved,
      movesEvidence,
      newRecords: draft.newRecords,
      report: {
        documents: draft.loaded,
        records: rowsIn(tables, 'records'),
        ...added,
        ...draft.rows,
        theorems: rowsIn(tables, 'theorems') - replacedTheorems.length,
        theoremLinks: rowsIn(tables, 'theorem_links'),
        problems: draft.keptProblems(MOST_PROBLEMS),
        milliseconds: Math.round(performance.now() - startedAt),
      },
    };
  }

  /** Evidence of a new name went out with the name itself as its work. */
  #hasMoved({ inEvidence }: Draft): boolean {
    return inEvidence.some((_, name) => !this.#emitted.has(name) && this.names.workOf(name) !== name);
  }

  #reportConflicts(draft: Draft): void {
    for (const { kept, apart } of this.names.conflicts) {
      const key = `${kept}\n${apart}`;
      if (this.#conflicts.has(key)) continue;
      this.#conflicts.add(key);
      draft.addProblem(conflictProblem(kept, apart));
    }
  }

  #compareEvents(draft: Draft): void {
    for (const page of draft.eventPages) {
      for (const { document, result } of this.#events.add(page)) draft.addCheck(document, result);
    }
  }

  #offer(names: readonly number[], fact: WorkFact): void {
    const rank = RANK[fact.source];
    if (fact.source !== 'reference') this.names.unite(names, rank);
    const name = names[0];
    if (name === undefined) return;
    for (const field of FIELDS) {
      const value = fact[field];
      if (value === null || value === undefined || value === '') continue;
      const best = this.#best[field][name];
      if (!best || better(rank, value, best.rank, best.value)) this.#best[field][name] = { rank, value };
    }
    for (const each of names) this.#rank[each] = Math.min(this.#rank[each] ?? RANK.reference, rank);
  }

  /** The works (as their smallest name's number) that this draft speaks of, with their members. */
  #touchedWorks(draft: Draft, former: ReadonlyMap<number, number>): Set<number> {
    const works = new Set<number>(former.values());
    for (const name of [...draft.touched, ...former.keys()]) works.add(this.names.workOf(name));
    for (const work of works) this.#members.set(work, []);
    const all = new Set([...this.#emitted, ...draft.touched]);
    for (const name of all) {
      const work = this.names.workOf(name);
      if (works.has(work)) this.#members.get(work)?.push(name);
    }
    return works;
  }

  #writeWorks(tables: TableColumns, works: Set<number>, draft: Draft, moved: readonly number[]): void {
    for (const work of works) {
      const members = this.#members.get(work) ?? [];
      if (members.length === 0) {
        this.#members.delete(work);
        this.#works.delete(work + 1);
        continue;
      }
      this.#works.add(work + 1);
      this.#writeWork(tables, work, members);
    }
    const fresh = [...draft.touched].filter((name) => !this.#emitted.has(name));
    for (const name of [...fresh, ...moved]) {
      const alias = this.names.aliases[name] as Alias;
      addRow(tables, 'work_ids', {
        name_id: name,
        work_id: this.names.workOf(name) + 1,
        scheme: schemeOf(alias),
        value: valueOf(alias),
        alias,
      });
      this.#emitted.add(name);
    }
  }

  #writeWork(tables: TableColumns, work: number, members: readonly number[]): void {
    const aliases = members.map((name) => this.names.aliases[name] as Alias).sort(compareNames);
    const best = (field: Field) => this.#bestOf(field, members);
    const rank = Math.min(...members.map((name) => this.#rank[name] ?? RANK.reference));
    const date = this.#dateOf(aliases, members);
    const trust = members.reduce<Trust>((sum, name) => worse(sum, this.#trust[name] ?? 'none'), 'none');
    addRow(tables, 'works', {
      work_id: work + 1,
      public_id: aliases[0] as string,
      title: best('title') as string | null,
      authors_text: best('authorsText') as string | null,
      year: date === null ? (best('year') as number | null) : Number(date.slice(0, 4)),
      date,
      venue: best('venue') as string | null,
      primary_cat: best('primaryCat') as string | null,
      headline: best('headline') as string | null,
      is_record: trust !== 'none',
      is_stub: rank === RANK.reference,
      trust,
      stated_cited_by: best('statedCitedBy') as number | null,
    });
  }

  #bestOf(field: Field, members: readonly number[]): Value | null {
    let best: { rank: number; value: Value } | undefined;
    for (const name of members) {
      const mine = this.#best[field][name];
      if (mine && (!best || better(mine.rank, mine.value, best.rank, best.value))) best = mine;
    }
    return best?.value ?? null;
  }

  /** A stated date; else the month of the arXiv id, which is surer than a reference's year. */
  #dateOf(aliases: readonly Alias[], members: readonly number[]): string | null {
    const stated = this.#bestOf('date', members);
    if (typeof stated === 'string') return stated;
    const arxiv = aliases.find((alias) => schemeOf(alias) === 'arxiv');
    const month = arxiv ? arxivMonth(valueOf(arxiv)) : null;
    if (month) return month;
    const year = this.#bestOf('year', members);
    return typeof year === 'number' ? String(year).padStart(4, '0') : null;
  }

  #writeTheorems(draft: Draft): number[] {
    const changed = new Map<string, number>();
    const replaced: number[] = [];
    for (const { fact, document } of draft.theorems) {
      const known = this.#theorems.get(fact.id);
      if (known && !fuller(fact, known.fact)) continue;
      const id = known?.id ?? this.#theorems.size + 1;
      if (known && !changed.has(fact.id)) replaced.push(id);
      this.#theorems.set(fact.id, { id, fact });
      changed.set(fact.id, document);
    }
    for (const [publicId, document] of changed) {
      const theorem = this.#theorems.get(publicId);
      if (!theorem) continue;
      const { id, fact } = theorem;
      addRow(draft.tables, 'theorems', {
        theorem_id: id,
        public_id: fact.id,
        library: fact.library,
        module: fact.module,
        declaration: fact.declaration,
        kind: fact.kind,
        status: fact.status,
        statement: fact.statement,
        sorry: fact.sorry,
        line: fact.line,
        url: fact.url,
        document_id: document,
        pointer: fact.pointer,
      });
    }
    return replaced;
  }

  /** Turns the names and theorem ids of evidence into works and theorem numbers. */
  #resolve(draft: Draft): void {
    const work = (name: number) => this.names.workOf(name) + 1;
    const { records, theorem_links: links } = draft.tables;
    for (const table of [records, links]) table.work_id = table.name_id.map(work);
    const theorem = (id: string) => this.#theorems.get(id)?.id ?? 0;
    links.theorem_id = draft.linkTheorems.map(theorem);
    draft.tables.theorem_uses.theorem_id = draft.useFrom.map(theorem);
    draft.tables.theorem_uses.uses = draft.useTo.map(theorem);
  }
}

function better(rank: number, value: Value, otherRank: number, other: Value): boolean {
  if (rank !== otherRank) return rank < otherRank;
  return typeof value === 'number' && typeof other === 'number'
    ? value < other
    : compareText(String(value), String(other)) < 0;
}

function worse(a: Trust, b: Trust): Trust {
  return TRUST_ORDER.indexOf(a) >= TRUST_ORDER.indexOf(b) ? a : b;
}

function fuller(a: TheoremFact, b: TheoremFact): boolean {
  const filled = (fact: TheoremFact) => Object.values(fact).filter((value) => value !== null).length;
  const more = filled(a) - filled(b);
  return more > 0 || (more === 0 && compareText(JSON.stringify(a), JSON.stringify(b)) < 0);
}

function countAdded(tables: TableColumns, known: ReadonlySet<number>): { works: number; stubs: number } {
  let works = 0;
  let stubs = 0;
  tables.works.work_id.forEach((id, row) => {
    if (known.has(id)) return;
    if (tables.works.is_stub[row]) stubs++;
    else works++;
  });
  return { works, stubs };
}

function conflictProblem(kept: Alias, apart: Alias): Problem {
  return {
    document: '',
    pointer: '',
    severity: 'warning',
    message: `Documents say that ${kept} and ${apart} are one work, but then it would have two ids of one kind; they are kept apart.`,
  };
}
