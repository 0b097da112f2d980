import { Desk } from '../../../src/intake';
import { loadTables, type Connection } from '../../../src/tables';
import { openTablesInNode } from '../../../src/tables/node';
import { empty } from '../empty';
import { KEY, type Case } from './cases';

const GOOD = [
  '{"type":"collection","name":"good","version":1}',
  '{"type":"work","arxiv_id":"1001.00001","title":"Good","authors_text":"A. Person","date":"2010-01-02"}',
  '{"type":"citation","citing":"arXiv:1001.00001","cited":"arXiv:1001.00002","raw":"[1]","source":"its list"}',
  '{"type":"theorem","id":"t","library":"Good","declaration":"good.main","status":"proved"}',
  '{"type":"theorem_link","work":"arXiv:1001.00001","theorem":"t","relation":"states"}',
].join('\n');

const READ_BACK = `SELECT w.public_id, w.title, w.authors_text, w.date, w.is_stub, c.raw, c.source, b.public_id AS cited, b.is_stub AS stub,
    t.public_id AS theorem, t.status, l.relation, d.status AS document
  FROM documents d JOIN citations c USING (document_id) JOIN works w ON w.work_id = c.citing JOIN works b ON b.work_id = c.cited
  JOIN theorem_links l ON l.document_id = d.document_id AND l.work_id = w.work_id JOIN theorems t USING (theorem_id)
 WHERE d.name = 'good.jsonl'`;

const EXPECTED = JSON.stringify([
  ...[
    'arXiv:1001.00001',
    'Good',
    'A. Person',
    '2010-01-02',
    false,
    '[1]',
    'its list',
    'arXiv:1001.00002',
    true,
  ],
  ...['lean:Good/good.main', 'proved', 'states', 'loaded'],
]);

const SCHEMA = `SELECT string_agg(table_name || '.' || column_name || ':' || data_type, ' ' ORDER BY ALL) AS columns
  FROM information_schema.columns`;

/** Rows that point at nothing. */
const DANGLING = `SELECT (
  (SELECT count(*) FROM citations WHERE citing NOT IN (SELECT work_id FROM works) OR cited NOT IN (SELECT work_id FROM works)) +
  (SELECT count(*) FROM records WHERE work_id NOT IN (SELECT work_id FROM works)) +
  (SELECT count(*) FROM claims WHERE work_id NOT IN (SELECT work_id FROM works)) +
  (SELECT count(*) FROM theorem_links WHERE theorem_id NOT IN (SELECT theorem_id FROM theorems)
     OR work_id NOT IN (SELECT work_id FROM works)) +
  (SELECT count(*) - count(DISTINCT alias) FROM work_ids) + (SELECT count(*) - count(DISTINCT public_id) FROM works) +
  (SELECT count(*) - count(DISTINCT public_id) FROM theorems))::INTEGER AS n`;

/** Milliseconds of work, which is the same on a busy machine. */
const SLOWEST = 1000;

/** What this process has worked so far, in milliseconds. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What an error says that a reader did not foresee, though it was caught. */
const UNFORESEEN =
  /Reading stopped|undefined|\[object|is not a function|not iterable|Cannot |call stack|Invalid /;

/** Runs documents through the whole intake and into one database that lives as long as the harness. */
export class Harness {
  readonly #connection: Connection;
  readonly #schema: string;

  private constructor(connection: Connection, schema: string) {
    this.#connection = connection;
    this.#schema = schema;
  }

  static async open(): Promise<Harness> {
    const connection = await openTablesInNode();
    return new Harness(connection, (await connection.query(SCHEMA)).texts('columns')[0] ?? '');
  }

  /** What went wrong, in words; null where nothing did. All are opened at once, with a good document last. */
  async run(cases: readonly Case[]): Promise<string | null> {
    try {
      await empty(this.#connection);
      const before = worked();
      const problems = await this.#load(cases);
      if (cases.length === 1 && worked() - before > SLOWEST) return 'it took more than a second of work';
      return problems ?? (await this.#complaint());
    } catch (failure) {
      await this.#connection.query('ROLLBACK').catch(() => undefined);
      return failure instanceof Error ? (failure.stack ?? failure.message) : `threw ${String(failure)}`;
    }
  }

  async #load(cases: readonly Case[]): Promise<string | null> {
    const { signal } = new AbortController();
    const desk = new Desk();
    desk.trust([KEY.trusted]);
    const files = [...cases, { name: 'good.jsonl', bytes: GOOD }];
    const sources = files.map(({ name, bytes }) => ({
      kind: 'file' as const,
      name,
      blob: new Blob([bytes]),
    }));
    const { report } = await loadTables(this.#connection, (onBatch) =>
      desk.open(sources, { signal, onProgress: () => undefined, onBatch }),
    );
    const wordless = report.problems.find(({ message }) => UNFORESEEN.test(message));
    return wordless ? `a problem without sense: ${wordless.message}` : null;
  }

  async #complaint(): Promise<string | null> {
    const found = await this.#connection.query(READ_BACK);
    const good = JSON.stringify(found.names.map((name) => found.values(name)[0]));
    if (found.rowCount !== 1 || good !== EXPECTED)
      return `the good document came back as ${found.rowCount}: ${good}`;
    const schema = (await this.#connection.query(SCHEMA)).texts('columns')[0];
    if (schema !== this.#schema) return `the tables are others: ${schema ?? ''}`;
    const dangling = (await this.#connection.query(DANGLING)).numbers('n')[0];
    return dangling === 0 ? null : `${dangling ?? 'unknown'} rows point at nothing`;
  }
}
