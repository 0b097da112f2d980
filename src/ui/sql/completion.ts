import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { NotedTable } from '../../explorer';

/** The language, which completes keywords, the tables, and the columns of those that the text names. */
export function sqlOf(tables: readonly NotedTable[]): Extension {
  const schema = Object.fromEntries(
    tables.map((table) => [
      table.name,
      { self: tableChoice(table), children: table.columns.map((column) => columnChoice(table, column)) },
    ]),
  );
  return [
    sql({ dialect: PostgreSQL, schema, upperCaseKeywords: true }),
    PostgreSQL.language.data.of({ autocomplete: (context: CompletionContext) => columnsAt(context, tables) }),
  ];
}

function tableChoice({ name, note }: NotedTable): Completion {
  return { label: name, type: 'type', detail: 'table', ...(note !== null && { info: note }) };
}

function columnChoice({ name, columnNotes }: NotedTable, column: NotedTable['columns'][number]): Completion {
  const note = columnNotes.get(column.name);
  const info = note === undefined ? {} : { info: note };
  return { label: column.name, type: 'property', detail: `${name} · ${column.type}`, ...info };
}

/** The language itself completes columns only behind a table’s name and a dot. */
function columnsAt(context: CompletionContext, tables: readonly NotedTable[]): CompletionResult | null {
  const word = context.matchBefore(/[\w.]+/);
  if (word?.text.includes('.') || (!word && !context.explicit)) return null;
  const words = new Set(context.state.doc.toString().split(/\W+/));
  const named = tables.filter(({ name }) => words.has(name));
  const options = named.flatMap((table) => table.columns.map((column) => columnChoice(table, column)));
  return options.length === 0 ? null : { from: word?.from ?? context.pos, options, validFor: /^\w*$/ };
}
