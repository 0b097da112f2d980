import { trustOf } from '../checks';
import type { CheckedDocument } from '../documents';
import type { Alias, CheckResult, Trust } from '../model';
import { addRow, emptyTables } from './columns';
import { encodeTables, type Batch } from './encode';
import { EventBook, pagesOf } from './event-book';

/** All verdicts on what is loaded, to take the place of those in the tables. */
export interface Rechecking {
  readonly checks: readonly Batch[];
  readonly trusts: readonly RecordTrust[];
}

export interface RecordTrust {
  readonly pithNumber: string;
  readonly document: number;
  readonly trust: Trust;
}

interface Known {
  /** The number of a loaded document, by the hash of its bytes. */
  readonly documentOf: (sha256: string) => number | undefined;
  readonly retrust: (trusts: readonly { readonly work: Alias; readonly trust: Trust }[]) => void;
}

/** The verdicts of documents that are read again; what is not loaded, or has changed since, is passed over. */
export class Recheck {
  readonly #known: Known;
  readonly #tables = emptyTables();
  readonly #events = new EventBook();
  readonly #records: (RecordTrust & { readonly work: Alias })[] = [];
  readonly #broken = new Set<string>();
  readonly #seen = new Set<number>();

  constructor(known: Known) {
    this.#known = known;
  }

  add(document: CheckedDocument): void {
    const id = this.#known.documentOf(document.sha256);
    if (id === undefined || this.#seen.has(id)) return;
    this.#seen.add(id);
    for (const check of document.checks) this.#write(id, check);
    for (const { pithNumber, work, hasCanonicalRecord } of document.facts.records) {
      const own = document.checks.filter(({ subject }) => subject === pithNumber);
      this.#records.push({
        pithNumber,
        work,
        document: id,
        trust: hasCanonicalRecord ? trustOf(own) : 'unchecked',
      });
    }
    for (const page of pagesOf(document)) {
      for (const { document: place, result } of this.#events.add(page, id)) {
        this.#write(place, result);
        if (result.verdict === 'fail') this.#broken.add(result.subject);
      }
    }
  }

  finish(): Rechecking {
    const trusts = this.#records.map((record) =>
      this.#broken.has(record.pithNumber) ? { ...record, trust: 'broken' as const } : record,
    );
    this.#known.retrust(trusts);
    return {
      checks: encodeTables(this.#tables, ['checks']),
      trusts: trusts.map(({ pithNumber, document, trust }) => ({ pithNumber, document, trust })),
    };
  }

  #write(document: number, { subject, check, verdict, detail, pointer }: CheckResult): void {
    addRow(this.#tables, 'checks', { subject, check, verdict, detail, document_id: document, pointer });
  }
}
