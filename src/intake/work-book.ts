import {
  arxivMonth,
  compareNames,
  schemeOf,
  TRUSTS,
  valueOf,
  type Alias,
  type TableColumns,
  type Trust,
} from '../model';
import { BestFacts, type Field } from './best-facts';
import { addRow } from './columns';
import type { Draft } from './draft';
import { Names } from './names';
import { RANK } from './rank';
import { TitleBook } from './title-book';

/** What settling a Draft's works did to those that were there. */
export interface WorkChanges {
  /** Numbers of works that were there and were written again, or are gone. */
  readonly replaced: readonly number[];
  readonly movedNames: readonly number[];
  readonly movesEvidence: boolean;
  readonly added: Counts;
  /** By how many there are more than before: a stub that is a work now is one fewer. */
  readonly grown: Counts;
}

interface Counts {
  readonly works: number;
  readonly stubs: number;
}

/** Which names are one work, and what is known of it. A work's number is its smallest name's, plus one. */
export class WorkBook {
  readonly names = new Names();
  readonly said = new BestFacts();
  readonly #titles = new TitleBook();
  readonly #rank: number[] = [];
  readonly #trust: Trust[] = [];
  /** Names that have a row in `work_ids`. */
  readonly #written: boolean[] = [];
  /** Whether they are stubs. */
  readonly #works = new Map<number, boolean>();

  /** Takes in a Draft and writes the works of which it says something new, whole. */
  settle(draft: Draft): WorkChanges {
    const changed = this.said.add(draft.said);
    for (const name of draft.touched) if (!this.#written[name]) changed.add(name);
    this.#titles.add(draft.titles);
    for (const { names, rank } of draft.unions) {
      this.#unite(names, rank);
      for (const name of names) changed.add(name);
    }
    for (const { name, trust } of draft.trusts) {
      this.#trust[name] = worse(this.#trust[name] ?? 'none', trust);
      changed.add(name);
    }
    const former = this.names.settle();
    const movedNames = [...former.keys()].filter((name) => this.#written[name]);
    const movesEvidence = movedNames.length > 0 || this.#movesNew(draft);
    const touched = new Set([...changed].map((name) => this.names.workOf(name)));
    for (const [name, work] of former) touched.add(work).add(this.names.workOf(name));
    this.#writeNames(draft, movedNames);
    return { movedNames, movesEvidence, ...this.#writeWorks(draft, touched) };
  }

  /** Takes these for all that is known of records' trust. */
  retrust(trusts: readonly { readonly work: Alias; readonly trust: Trust }[]): void {
    this.#trust.length = 0;
    for (const { work, trust } of trusts) {
      const name = this.names.of(work);
      this.#trust[name] = worse(this.#trust[name] ?? 'none', trust);
    }
  }

  #unite(names: readonly number[], rank: number): void {
    this.names.unite(names, rank);
    for (const name of names) this.#rank[name] = Math.min(this.#rank[name] ?? RANK.aside, rank);
  }

  /** Evidence with a new name was given the name itself as its work. */
  #movesNew({ inEvidence }: Draft): boolean {
    return inEvidence.some((_, name) => !this.#written[name] && this.names.workOf(name) !== name);
  }

  #writeNames({ tables, touched }: Draft, moved: readonly number[]): void {
    const fresh = touched.filter((name) => !this.#written[name]);
    for (const name of [...fresh, ...moved]) {
      const alias = this.names.aliases[name] as Alias;
      const scheme = schemeOf(alias);
      addRow(tables, 'work_ids', {
        name_id: name,
        work_id: this.names.workOf(name) + 1,
        scheme,
        value: valueOf(alias),
        alias,
      });
      this.#written[name] = true;
    }
  }

  #writeWorks(draft: Draft, touched: ReadonlySet<number>): Pick<WorkChanges, 'replaced' | 'added' | 'grown'> {
    const replaced: number[] = [];
    const added = { works: 0, stubs: 0 };
    const grown = { works: 0, stubs: 0 };
    const members = this.#membersOf(touched);
    for (const work of touched) {
      const names = members.get(work);
      const wasStub = this.#works.get(work);
      const isKnown = wasStub !== undefined;
      if (isKnown) {
        replaced.push(work + 1);
        grown[wasStub ? 'stubs' : 'works']--;
      }
      if (!names) {
        this.#works.delete(work);
        continue;
      }
      const isStub = this.#writeWork(draft.tables, work, names);
      for (const { problem, document } of this.#titles.disagreements(names))
        draft.addDisagreement(names.slice(0, 1), problem, document);
      this.#works.set(work, isStub);
      grown[isStub ? 'stubs' : 'works']++;
      if (!isKnown) added[isStub ? 'stubs' : 'works']++;
    }
    return { replaced, added, grown };
  }

  #membersOf(works: ReadonlySet<number>): Map<number, number[]> {
    const members = new Map<number, number[]>();
    this.#written.forEach((_, name) => {
      const work = this.names.workOf(name);
      if (!works.has(work)) return;
      const known = members.get(work);
      if (known) known.push(name);
      else members.set(work, [name]);
    });
    return members;
  }

  #writeWork(tables: TableColumns, work: number, names: readonly number[]): boolean {
    const aliases = names.map((name) => this.names.aliases[name] as Alias).sort(compareNames);
    const best = (field: Field) => this.said.best(field, names);
    const isStub = names.every((name) => (this.#rank[name] ?? RANK.aside) === RANK.aside);
    const date = this.#dateOf(aliases, names);
    const trust = names.reduce<Trust>((sum, name) => worse(sum, this.#trust[name] ?? 'none'), 'none');
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
      abstract: best('abstract') as string | null,
      is_record: trust !== 'none',
      is_stub: isStub,
      trust,
      stated_cited_by: best('statedCitedBy') as number | null,
    });
    return isStub;
  }

  /** A stated date; else the month of the arXiv id, which is surer than a reference's year. */
  #dateOf(aliases: readonly Alias[], names: readonly number[]): string | null {
    const stated = this.said.best('date', names);
    if (typeof stated === 'string') return stated;
    const arxiv = aliases.find((alias) => schemeOf(alias) === 'arxiv');
    const month = arxiv ? arxivMonth(valueOf(arxiv)) : null;
    if (month) return month;
    const year = this.said.best('year', names);
    return typeof year === 'number' ? String(year).padStart(4, '0') : null;
  }
}

function worse(a: Trust, b: Trust): Trust {
  return TRUSTS.indexOf(a) >= TRUSTS.indexOf(b) ? a : b;
}
