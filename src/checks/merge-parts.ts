import type { Evidence } from '../documents';
import { writeCanonical } from './canonical';
import { parseExactly } from './exact';
import { at, holdsPlainNumbersOnly } from './exact-records';
import { textOf } from './read';
import { eventsOf, textMember } from './written-event';

/** What one document gives to a merge: texts are canonical JSON. */
export interface MergeParts {
  /** As the document states it; null where it states none. */
  readonly pithNumber: string | null;
  readonly canonicalRecords: readonly string[];
  readonly aliases: readonly MergedAlias[];
  readonly events: readonly string[];
}

export interface MergedAlias {
  readonly kind: string;
  readonly value: string;
  /** The earliest that is stated, as text. */
  readonly createdAt: string | null;
}

export function mergePartsOf(evidence: Evidence): MergeParts {
  const { number, canonicalRecord, aliases } = evidence;
  return {
    pithNumber: textOf(number),
    canonicalRecords: canonicalRecord === null ? [] : [recordText(evidence, canonicalRecord)],
    aliases: aliases.flatMap(({ value }) => aliasIn(value)),
    events: eventsOf(evidence).map(({ value }) => writeCanonical(value)),
  };
}

function recordText({ text }: Evidence, { value, pointer }: { value: unknown; pointer: string }): string {
  return writeCanonical(holdsPlainNumbersOnly(text) ? value : at(parseExactly(text), pointer));
}

function aliasIn(alias: unknown): MergedAlias[] {
  const [kind, value] = [textMember(alias, 'alias_kind'), textMember(alias, 'alias_value')];
  return kind === null || value === null ? [] : [{ kind, value, createdAt: textMember(alias, 'created_at') }];
}
