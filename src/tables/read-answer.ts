import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { Failure } from '../model';
import { countRows, decodeAnswer, type Answer } from './answer';
import { inOurWords } from './our-words';
import { databaseMessage, inReadOnly, type Session } from './session';

/** What ends the fetching of rows. */
const MOST = { rows: 100_000, bytes: 64_000_000 };

/**
 * A person's own SQL: one statement, which can only read and of which at most `MOST` is fetched. Between two steps of
 * the database it can be cancelled. A Failure of kind `database` says in our words what is wrong, and where (`at`).
 */
export async function readAnswer(session: Session, sql: string, signal: AbortSignal): Promise<Answer> {
  try {
    return await session.lifeline.hold(() => inReadOnly(session, () => fetchAnswer(session, sql, signal)));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw inOurWords(databaseMessage(cause), sql);
  }
}

/** Preparing refuses several statements; the transaction refuses writes. */
async function fetchAnswer({ database, id }: Session, sql: string, signal: AbortSignal): Promise<Answer> {
  await database.closePrepared(id, await database.createPrepared(id, sql));
  const start = performance.now();
  const schema = await begun(database, id, sql, signal);
  const pieces = [schema];
  let [rows, bytes] = [0, 0];
  for (;;) {
    const piece = await database.fetchQueryResults(id);
    refuseCancelled(signal);
    if (piece === null) continue;
    const hasMore = piece.length > 0;
    if (!hasMore || rows >= MOST.rows || bytes >= MOST.bytes)
      return decodeAnswer({ pieces, hasMore, milliseconds: performance.now() - start });
    pieces.push(piece);
    rows += countRows([schema, piece]);
    bytes += piece.length;
  }
}

/** Starts it and waits until there is something to fetch; gives the schema. */
async function begun(
  database: AsyncDuckDB,
  id: number,
  sql: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  let schema = await database.startPendingQuery(id, sql, true);
  while (schema === null) {
    if (signal.aborted) await database.cancelPendingQuery(id);
    refuseCancelled(signal);
    schema = await database.pollPendingQuery(id);
  }
  return schema;
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
}
