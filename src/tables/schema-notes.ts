import schema from './schema.sql?raw';

/** What `schema.sql` says beside a table (`works`) or a column (`works.title`). */
export function schemaNotes(): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let table = '';
  for (const line of schema.split('\n')) {
    table = /^CREATE (?:TABLE|VIEW) (\w+)/.exec(line)?.[1] ?? table;
    const [, code = '', note] = /^(.*?)--\s*(.+)$/.exec(line) ?? [];
    if (note === undefined || code.trim() === '') continue;
    const column = /"?(\w+)"?\s+[A-Z]+(?: NOT NULL)?,?\s*$/.exec(code)?.[1];
    notes.set(code.startsWith('CREATE') || column === undefined ? table : `${table}.${column}`, note);
  }
  return notes;
}
