import { alias, arxivId, doiAlias, PITH_NUMBER, schemeOf, type Alias } from '../model';
import type { Parts } from './evidence';
import { count, id, readFields, shown, text } from './fields';
import { LIMITS } from './limits';
import type { Reading } from './reading';
import { within, type Stated } from './stated';

export interface Identity {
  readonly names: readonly Alias[];
  /** The best name; null where the document gives none. */
  readonly work: Alias | null;
  readonly version: number | null;
  readonly subject: string;
}

const SOURCE = { kind: text, id, version: count };
const SOURCE_ALIAS = { alias_kind: text, alias_value: id };

/** The names of a record's work: its source, the DOI among its aliases, its full Pith Number. */
export function identify(parts: Parts, { problems, name }: Reading): Identity {
  const source = readFields(
    SOURCE,
    within(parts.canonicalRecord, 'source') ?? parts.sources[0] ?? null,
    problems,
  );
  const names = new Map<string, Alias>();
  const add = (found: Alias | null) => {
    if (found !== null && !names.has(schemeOf(found))) names.set(schemeOf(found), found);
  };
  add(sourceName(source.kind ?? 'arxiv', source.id ?? ''));
  for (const item of parts.aliases) {
    const fields = readFields(SOURCE_ALIAS, item, problems);
    add(sourceName(fields.alias_kind ?? '', fields.alias_value ?? ''));
  }
  add(numberName(parts.number, problems));
  const found = [...names.values()];
  const work = found[0] ?? null;
  const stated = statedNumber(parts.number) ?? statedNumber(parts.shortNumber);
  return { names: found, work, version: source.version ?? null, subject: stated ?? work ?? name };
}

function sourceName(kind: string, value: string): Alias | null {
  if (kind === 'doi') return doiAlias(value);
  const arxiv = kind === 'arxiv' ? arxivId(value) : null;
  return arxiv === null ? null : alias('arxiv', arxiv);
}

function numberName(number: Stated | null, problems: Reading['problems']): Alias | null {
  if (number === null) return null;
  if (typeof number.value === 'string' && PITH_NUMBER.test(number.value)) {
    return alias('pith', number.value.slice('pith:'.length));
  }
  problems.error(
    number.pointer,
    `The Pith Number is ${shown(number.value)}, not of the form pith:<year>:<26 letters and digits>.`,
  );
  return null;
}

function statedNumber(number: Stated | null): string | null {
  return typeof number?.value === 'string' && number.value !== ''
    ? number.value.slice(0, LIMITS.idLength)
    : null;
}
