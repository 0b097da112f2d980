import { Desk, type Delivery } from '../../src/intake';
import { rowsOf } from '../../src/queries';
import { loadTables, type Connection } from '../../src/tables';
import { openTablesInNode } from '../../src/tables/node';
import { empty } from './empty';

type Content = string | readonly object[] | object;

interface Opened {
  readonly connection: Connection;
  readonly report: Delivery['report'];
  /** Rows of a question. */
  rows(sql: string): Promise<object[]>;
}

let opening: Promise<Connection> | undefined;

/** Documents by their names, through the whole intake into an empty database; a list is of a collection's rows. */
export async function opened(documents: Readonly<Record<string, Content>>): Promise<Opened> {
  const connection = await (opening ??= openTablesInNode());
  await empty(connection);
  const { signal } = new AbortController();
  const sources = Object.entries(documents).map(([name, content]) => ({
    kind: 'file' as const,
    name,
    blob: new Blob([textOf(content)]),
  }));
  const desk = new Desk();
  const { report } = await loadTables(connection, (onBatch) =>
    desk.open(sources, { signal, onProgress: () => undefined, onBatch }),
  );
  return { connection, report, rows: async (sql) => rowsOf<object>(await connection.query(sql)) };
}

function textOf(content: Content): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content)
    ? content.map((row) => JSON.stringify(row)).join('\n')
    : JSON.stringify(content);
}
