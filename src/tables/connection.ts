import { tableFromIPC, type Table } from '@uwdata/flechette';
import { Failure } from '../model';

/** What may be bound. A list is bound as one text, see `joined` in the model. */
export type Parameter = string | number | boolean | null;

/** A result as columns; a value is a number, text, boolean or null (bigints are numbers where exact, else text). */
export interface Columns {
  readonly rowCount: number;
  readonly names: readonly string[];
  values(name: string): readonly unknown[];
  numbers(name: string): readonly number[];
  /** Of an INTEGER column without NULLs, not copied where it can be. */
  ints(name: string): Int32Array;
  texts(name: string): readonly string[];
}

export interface Connection {
  query(sql: string, parameters?: readonly Parameter[]): Promise<Columns>;
  /** Appends an Arrow IPC stream to a table; the columns have the table's names, types and order. */
  insert(table: string, ipc: Uint8Array): Promise<void>;
}

export function decodeColumns(ipc: Uint8Array): Columns {
  const table: Table = tableFromIPC(ipc, { useBigInt: true });
  const cache = new Map<string, readonly unknown[]>();
  function arrayOf(name: string): ArrayLike<unknown> {
    const column: { toArray(): ArrayLike<unknown> } | null = table.getChild(name);
    if (!column) throw new Failure('database', `The result has no column ${name}.`);
    return column.toArray();
  }
  function values(name: string): readonly unknown[] {
    const kept = cache.get(name);
    if (kept) return kept;
    const plain = Array.from(arrayOf(name), plainValue);
    cache.set(name, plain);
    return plain;
  }
  return {
    rowCount: table.numRows,
    names: table.names.map(String),
    values,
    numbers: (name) => values(name) as readonly number[],
    ints: (name) => {
      const array = arrayOf(name);
      return array instanceof Int32Array ? array : Int32Array.from(array as ArrayLike<number>);
    },
    texts: (name) => values(name) as readonly string[],
  };
}

export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof Date) return value.toISOString();
  return value ?? null;
}

/**
 * Bytes of JSON. Bound values go over the stack of the WebAssembly: what is longer (1.0 MB was seen to pass, 1.3 MB not)
 * runs over its end and takes the database with it.
 */
const LONGEST = 1_000_000;

/** Fails with `too-large` where there is more to bind than the database can take. */
export function bound(parameters: readonly Parameter[]): Parameter[] {
  const all = parameters.map(bindable);
  const letters = all.reduce((sum: number, one) => sum + String(one).length, 0);
  // At most six bytes a letter: those of a sign of control.
  if (letters * 6 > LONGEST && new TextEncoder().encode(JSON.stringify(all)).length > LONGEST)
    throw new Failure(
      'too-large',
      'The database cannot be asked about so many at once. Ask about fewer: a selection, or what is on the stage.',
    );
  return all;
}

/** Text that UTF-8 can hold: a lone surrogate would make the database throw. */
function bindable(parameter: Parameter): Parameter {
  return typeof parameter === 'string' ? parameter.replace(/\p{Surrogate}/gu, '\ufffd') : parameter;
}
