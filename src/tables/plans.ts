import type { Session } from './session';

/**
 * Planning costs more than running: our own questions, which are few and of fixed text, stay prepared until the tables change.
 * A plan goes by what the tables held when it was made: where a column had no NULL, it asks for none.
 */
export class Plans {
  readonly #session: Pick<Session, 'database' | 'id'>;
  #statements = new Map<string, Promise<number>>();

  constructor(session: Pick<Session, 'database' | 'id'>) {
    this.#session = session;
  }

  of(sql: string): Promise<number> {
    const { database, id } = this.#session;
    const statements = this.#statements;
    const statement = statements.get(sql) ?? database.createPrepared(id, sql);
    statements.set(sql, statement);
    statement.catch(() => statements.delete(sql));
    return statement;
  }

  /** Those under way still run; what is asked from now on is planned anew. */
  drop(): void {
    const { database, id } = this.#session;
    const dropped = this.#statements;
    this.#statements = new Map();
    // Whoever waits for one puts its question before it is closed: they waited first.
    for (const statement of dropped.values())
      statement.then((plan) => database.closePrepared(id, plan)).catch(() => undefined);
  }
}
