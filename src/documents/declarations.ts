import { USE_SITES, type UseSite } from '../model';
import type { Facts, TheoremFact } from './facts';
import { count, flag, id, readFields, text } from './fields';
import { byPlace, leanId, withIds } from './lean-ids';
import { LIMITS } from './limits';
import { firstPart, moduleOf, sharedFirstPart } from './modules';
import type { Problems } from './problems';
import { RowReader } from './row-reader';
import { stageOf } from './stage';
import { isObject, type Json, type Stated } from './stated';
import { NOTHING_SAID } from './theorems';

const DECLARATION = {
  ...{ library: id, module: id, file: id, name: id, line: count, url: text, sorry: flag },
  ...{ kind: text, title: text, status: text, category: text, statement: text, doc: text },
};
const MOST_AXIOMS = 1000;

interface Use {
  readonly name: string;
  readonly site: UseSite;
}

/** A declaration as its row says it; its library and id are known when all rows are. */
interface Row {
  readonly library: string | null;
  readonly declaration: string;
  readonly module: string | null;
  readonly line: number | null;
  /** By which links in another document name it. */
  readonly file: string | null;
  readonly said: Omit<TheoremFact, 'id' | 'aliases' | 'library' | 'declaration' | 'module' | 'line'>;
  readonly used: readonly Use[];
}

/** Reads a list of declarations: with their files, as formal-conjectures has them, or with their modules. */
export class DeclarationsReader extends RowReader {
  readonly kind = 'declarations';
  readonly #name: string;
  readonly #declared: Row[] = [];
  #uses = 0;

  /** `name` is what the library is called where nothing else says it. */
  constructor(name: string, problems: Problems) {
    super(problems);
    this.#name = name;
  }

  protected read(row: Stated, value: Json): void {
    if (this.isFull(this.rows - 1, row.pointer, 'declarations')) return;
    const fields = readFields(DECLARATION, row, this.problems);
    if (fields.name === undefined || fields.name === '') {
      this.problems.error(row.pointer, 'This declaration has no name; it was left out.');
      return;
    }
    const status = fields.status ?? fields.category ?? null;
    const sorry = fields.sorry ?? null;
    const { file = null } = fields;
    this.#declared.push({
      file,
      library: fields.library ?? null,
      declaration: fields.name,
      module: fields.module ?? (file === null ? null : moduleOf(file)),
      line: fields.line ?? null,
      said: {
        ...NOTHING_SAID,
        ...{ status, sorry, stage: stageOf(status, sorry), pointer: row.pointer },
        title: fields.title ?? null,
        kind: fields.kind ?? null,
        axioms: axiomsIn(value['axioms']),
        statement: fields.statement ?? fields.doc ?? null,
        url: fields.url ?? null,
      },
      used: this.#usesIn(value['uses'], row.pointer),
    });
  }

  finish(): Facts {
    const library = this.#libraryOfAll();
    const rows = this.#declared.map((row) => ({ ...row, library: libraryOf(row) ?? library }));
    const aliases = namesByFile(rows);
    const ids = new Map<string, string>();
    const users: { readonly id: string; readonly row: Row }[] = [];
    for (const { row, id } of withIds(rows)) {
      const { library, declaration, module, line, said } = row;
      const names = { id, aliases: aliases.get(row) ?? [], library, declaration };
      this.facts.theorems.push({ ...said, ...names, module, line });
      if (!ids.has(declaration)) ids.set(declaration, id);
      if (row.used.length > 0) users.push({ id, row });
    }
    for (const { id, row } of users) this.#writeUses(id, row, { ids, library });
    return this.facts;
  }

  /** What the rows say, else what all their modules share, else the file's name. */
  #libraryOfAll(): string {
    const stated = this.#declared.find(({ library }) => library !== null)?.library;
    const modules = this.#declared.map(({ module }) => module).filter((module) => module !== null);
    return stated ?? sharedFirstPart(modules) ?? this.#name;
  }

  /** Uses of what the list does not have make a name of which nothing is said. */
  #writeUses(
    theorem: string,
    { used, said: { pointer } }: Row,
    { ids, library }: { readonly ids: Map<string, string>; readonly library: string },
  ): void {
    for (const { name, site } of used) {
      const uses = ids.get(name) ?? leanId(library, name);
      if (!ids.has(name)) {
        ids.set(name, uses);
        this.facts.theorems.push({ ...NOTHING_SAID, id: uses, library, declaration: name, pointer });
      }
      this.facts.theoremUses.push({ theorem, uses, site, pointer });
    }
  }

  #usesIn(stated: unknown, pointer: string): Use[] {
    if (!Array.isArray(stated)) return [];
    const left = LIMITS.listItems - this.#uses;
    const uses = stated
      .slice(0, left)
      .map(useOf)
      .filter((use) => use !== null);
    if (stated.length > left && left > 0) this.sayFull(pointer, 'uses');
    this.#uses += Math.min(left, stated.length);
    return uses;
  }
}

/** A row that names its file says its library by the file's first folder, as its links do in another document. */
function libraryOf({ library, file }: Pick<Row, 'library' | 'file'>): string | null {
  return library ?? (file === null ? null : libraryOfFile(file));
}

export function libraryOfFile(file: string): string | null {
  return firstPart(moduleOf(file.split('/', 1)[0] ?? ''));
}

/** By which a link in another document names what a file states: the nth of one name in one file has `~n`. */
export function nameByFile(library: string, declaration: string, file: string, turn: number): string {
  const name = `${leanId(library, declaration)}@${moduleOf(file)}`;
  return turn === 1 ? name : `${name}~${turn}`;
}

type Placed = Row & { readonly library: string };

function namesByFile(rows: readonly Placed[]): ReadonlyMap<Placed, readonly string[]> {
  const names = new Map<Placed, readonly string[]>();
  const turns = new Map<string, number>();
  for (const row of rows.filter(({ file }) => file !== null).sort(byPlace)) {
    const { library, declaration, file } = row;
    const first = nameByFile(library, declaration, file ?? '', 1);
    const turn = (turns.get(first) ?? 0) + 1;
    turns.set(first, turn);
    names.set(row, [nameByFile(library, declaration, file ?? '', turn)]);
  }
  return names;
}

function useOf(stated: unknown): Use | null {
  const { name, site } = isObject(stated) ? stated : { name: stated, site: null };
  if (typeof name !== 'string' || name === '' || name.length > LIMITS.idLength) return null;
  const known = USE_SITES.find((one) => one === site);
  return { name: name.toWellFormed(), site: known ?? 'unknown' };
}

function axiomsIn(stated: unknown): readonly string[] | null {
  if (!Array.isArray(stated)) return null;
  return stated.filter((axiom): axiom is string => typeof axiom === 'string').slice(0, MOST_AXIOMS);
}
