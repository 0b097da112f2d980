import type { Alias, LoadReport, Problem } from '../model';
import { rowsIn } from './columns';
import { Draft, type Unsure, type LoadedAs } from './draft';
import { encodeTables, type Batch } from './encode';
import { EventBook } from './event-book';
import { Recheck } from './recheck';
import { TheoremBook } from './theorem-book';
import { WorkBook } from './work-book';

const MOST_PROBLEMS = 1000;

/** What one call of `open` gives the tables besides the evidence that went before it. */
export interface Delivery {
  readonly batches: readonly Batch[];
  readonly replacedWorks: readonly number[];
  readonly replacedTheorems: readonly number[];
  readonly unsure: readonly Unsure[];
  /** Pith Numbers that documents hold against each other, of this call and before: each of their records is broken. */
  readonly brokenRecords: readonly string[];
  /** Names that are in the tables with another work than they have now. */
  readonly movedNames: readonly number[];
  /** Whether evidence in the tables, also of this call, has a name whose work is another now. */
  readonly movesEvidence: boolean;
  /** Names of the works whose records this call brought for the first time. */
  readonly newRecords: readonly Alias[];
  /** By how many works and stubs there are more than before the call. */
  readonly grown: { readonly works: number; readonly stubs: number };
  readonly report: LoadReport;
}

/**
 * All that was read in this session: works, theorems, events, and which documents are in. It turns a Draft
 * into rows; the same documents in any order give the same works.
 */
export class Ledger {
  readonly #works = new WorkBook();
  readonly #theorems = new TheoremBook();
  readonly #events = new EventBook();
  readonly #hashes = new Map<string, LoadedAs>();
  readonly #records = new Map<string, string>();
  readonly #recordNames = new Map<string, number>();
  readonly #broken = new Set<string>();
  readonly #conflicts = new Set<string>();
  #documents = 0;

  draft(): Draft {
    const { names, said } = this.#works;
    return new Draft({
      ...{ names, said, documents: this.#documents },
      ...{ hashes: this.#hashes, records: this.#records },
    });
  }

  recheck(): Recheck {
    return new Recheck({
      documentOf: (sha256) => this.#hashes.get(sha256)?.id,
      retrust: (trusts) => {
        this.#works.retrust(trusts);
      },
    });
  }

  settle(draft: Draft, startedAt: number): Delivery {
    this.#documents += draft.documents;
    for (const [hash, loaded] of draft.hashes) this.#hashes.set(hash, loaded);
    for (const [number, hash] of draft.recordHashes) this.#records.set(number, hash);
    for (const [number, name] of draft.recordNames) this.#recordNames.set(number, name);
    this.#compareEvents(draft);
    const { added, grown, ...works } = this.#works.settle(draft);
    const replacedTheorems = this.#theorems.settle(draft);
    this.#setWorks(draft);
    this.#reportConflicts(draft);
    draft.writeProblems(MOST_PROBLEMS);
    const { tables } = draft;
    return {
      batches: encodeTables(tables),
      replacedWorks: works.replaced,
      replacedTheorems,
      brokenRecords: [...this.#broken],
      movedNames: works.movedNames,
      movesEvidence: works.movesEvidence,
      newRecords: draft.newRecords,
      grown,
      unsure: draft.unsure,
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

  #compareEvents(draft: Draft): void {
    for (const { page, document: place } of draft.eventPages) {
      for (const { document, result } of this.#events.add(page, place)) {
        draft.addCheck(document, result, this.#recordNames.get(result.subject) ?? null);
        if (result.verdict === 'fail') this.#broken.add(result.subject);
      }
    }
  }

  #setWorks({ tables: { records, theorem_links: links } }: Draft): void {
    for (const table of [records, links])
      table.work_id = table.name_id.map((name) => this.#works.names.workOf(name) + 1);
  }

  #reportConflicts(draft: Draft): void {
    for (const { kept, apart } of this.#works.names.conflicts) {
      const key = `${kept}\n${apart}`;
      if (this.#conflicts.has(key)) continue;
      this.#conflicts.add(key);
      const names = [kept, apart].map((alias) => this.#works.names.of(alias));
      draft.addDisagreement(names, conflictProblem(kept, apart), null);
    }
  }
}

function conflictProblem(kept: Alias, apart: Alias): Problem {
  return {
    document: '',
    pointer: '',
    severity: 'warning',
    message: `Documents say that ${kept} and ${apart} are one work, but then it would have two ids of one kind; they are kept apart.`,
  };
}
