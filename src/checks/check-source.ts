import type { Stated } from '../documents';
import { fail, pass, together, unknown, type Case, type Finding } from './finding';
import { isObject, shown, stated, textOf } from './read';

const KEYS = ['kind', 'id', 'version'] as const;

/** What the document says the record was made from, against what the record says. */
export function checkSource({ evidence }: Case): Finding | null {
  const own = stated(evidence.canonicalRecord, 'source');
  if (evidence.sources.length === 0) return null;
  if (own === null || !isObject(own.value)) {
    return unknown(
      'The canonical record, which the source would be held against, is not there or names none.',
    );
  }
  return together(evidence.sources.map((source) => compareSources(source, own)));
}

function compareSources(source: Stated, own: Stated): Finding {
  if (!isObject(source.value))
    return fail(`The source is ${shown(source.value)}, not an object.`, source.pointer);
  for (const key of KEYS) {
    const [said, recorded] = [stated(source, key)?.value, stated(own, key)?.value];
    if (said !== undefined && said !== recorded) {
      return fail(
        `The source's ${key} is ${shown(said)}, but the canonical record has ${shown(recorded)}.`,
        `${source.pointer}/${key}`,
      );
    }
  }
  return pass('The source is the one in the canonical record.', source.pointer);
}

/** Each alias against the number and the record's source. */
export function checkAliases(it: Case): Finding | null {
  return together(it.evidence.aliases.map((alias) => checkAlias(alias, it)));
}

function checkAlias(alias: Stated, it: Case): Finding {
  const { alias_kind: kind, alias_value: value } = isObject(alias.value) ? alias.value : {};
  if (typeof kind !== 'string' || value === undefined || value === null)
    return fail('This alias has no kind or no value.', alias.pointer);
  const expected = expectedAlias(kind, value, it);
  if (expected === null) return unknown(`The alias of kind ${shown(kind)} cannot be checked.`, alias.pointer);
  const isRight =
    kind === 'doi' && typeof value === 'string' ? value.toLowerCase() === expected : value === expected;
  if (isRight) return pass('The aliases fit the number and the source.', alias.pointer);
  return fail(
    `The alias of kind ${kind} should be ${shown(expected)}, but is ${shown(value)}.`,
    alias.pointer,
  );
}

function expectedAlias(kind: string, value: unknown, it: Case): string | null {
  const short = /^pith_short_(\d{1,2})$/.exec(kind);
  if (short) return it.id?.slice(0, Number(short[1])) ?? null;
  const source = stated(it.evidence.canonicalRecord, 'source') ?? it.evidence.sources[0] ?? null;
  const id = textOf(stated(source, 'id'));
  if (id === null || stated(source, 'kind')?.value !== 'arxiv') return null;
  const version = stated(source, 'version')?.value;
  switch (kind) {
    case 'arxiv':
      return id;
    case 'arxiv_version':
      return typeof version === 'number' ? `${id}v${version}` : null;
    case 'doi':
      return isForeignDoi(value, id) ? null : `10.48550/arxiv.${id.toLowerCase()}`;
    default:
      return null;
  }
}

/** A journal's DOI says nothing that could be checked here; one that looks like arXiv's must be the paper's. */
function isForeignDoi(value: unknown, id: string): boolean {
  if (typeof value !== 'string' || !/^10\.\d{4,9}\/\S+$/.test(value)) return false;
  const lower = value.toLowerCase();
  return !lower.startsWith('10.48550/') && !lower.includes('arxiv') && !lower.includes(id.toLowerCase());
}

/** Every event must speak of this record. */
export function checkSubjects(it: Case): Finding | null {
  const { events, number } = it.evidence;
  const subjects = events
    .map((event) => stated(event, 'subject_pith_number'))
    .filter((subject) => subject !== null);
  if (events.length === 0) return null;
  if (subjects.length === 0) return unknown('No event names the record it is about.');
  const expected = number?.value;
  if (expected === undefined) return unknown('No number is stated that the events could be held against.');
  const wrong = subjects.find(({ value }) => value !== expected);
  if (wrong)
    return fail(`An event is about ${shown(wrong.value)}, not about ${shown(expected)}.`, wrong.pointer);
  return pass('Every event that names its record names this one.', subjects[0]?.pointer);
}
