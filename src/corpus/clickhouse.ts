import { Failure } from '../model';
import type { Usage } from './corpus';

const LONGEST_WAIT = 30_000;
const MOST_BYTES = 200_000_000;

/** Time, rows, bytes or memory that the server's administrator grants are used up. */
const LIMITS = ['158', '159', '160', '201', '202', '241', '307', '396'];

export type Row = readonly unknown[];

/** ClickHouse over its HTTP interface. What goes wrong rejects with a Failure `network`. */
export class ClickHouse {
  readonly #address: string;
  readonly #onUsage: () => void;
  readonly #closing = new AbortController();
  #usage: Usage = { requests: 0, bytes: 0, kept: 0 };

  constructor(url: URL, database: string, onUsage: () => void) {
    const address = new URL(url);
    address.searchParams.set('database', database);
    // Whole or not at all: else an error would stand behind the rows that came before it.
    address.searchParams.set('wait_end_of_query', '1');
    this.#address = address.href;
    this.#onUsage = onUsage;
  }

  usage(): Usage {
    return this.#usage;
  }

  close(): void {
    this.#closing.abort();
  }

  async ask(sql: string): Promise<readonly Row[]> {
    // As plain text, which asks no leave of the host first; and not wherever the host may point to.
    const response = await fetch(this.#address, {
      ...{ method: 'POST', body: `${sql} FORMAT JSONCompact`, redirect: 'error', credentials: 'omit' },
      signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(LONGEST_WAIT)]),
    }).catch(() => null);
    const text = response && (await textOf(response).catch(() => null));
    this.#usage = {
      ...this.#usage,
      requests: this.#usage.requests + 1,
      bytes: this.#usage.bytes + (text?.length ?? 0),
    };
    this.#onUsage();
    if (text === null)
      throw new Failure(
        'network',
        'The database of this corpus does not answer, answers too much, or does not allow other pages to read it (CORS). Try again; if the corpus is yours, see “More than one file” in the README.',
      );
    if (!response?.ok) throw refused(response?.status ?? 0, text);
    return rowsIn(text);
  }
}

async function textOf(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function rowsIn(text: string): readonly Row[] {
  try {
    const { data } = JSON.parse(text) as { readonly data?: unknown };
    if (Array.isArray(data) && data.every((row) => Array.isArray(row))) return data as readonly Row[];
  } catch {
    // Not JSON, as below.
  }
  throw new Failure('network', 'What answers in place of the database of this corpus is no ClickHouse.');
}

function refused(status: number, text: string): Failure {
  const [, code] = /^Code: (\d{1,4})\b/.exec(text) ?? [];
  if (code !== undefined && LIMITS.includes(code))
    return new Failure(
      'network',
      `This is more than the database of this corpus allows at once (its code ${code}). Ask about less, or later.`,
    );
  const reason = code === undefined ? `status ${status}` : `its code ${code}`;
  return new Failure('network', `The database of this corpus refused the question (${reason}).`);
}
