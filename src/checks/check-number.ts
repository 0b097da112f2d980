import type { Evidence } from '../documents';
import { fail, pass, together, unknown, type Case, type Finding } from './finding';
import { pithId } from './pith-number';
import { shown, textOf } from './read';

const SHA256 = /^[0-9a-f]{64}$/;

/** Of the computed hash; without a record, of the stated one. */
export function idOf({ canonicalSha256, canonicalRecord }: Evidence, hash: string | null): string | null {
  const claimed = canonicalRecord === null ? textOf(canonicalSha256) : null;
  const known = hash ?? (claimed !== null && SHA256.test(claimed) ? claimed : null);
  return known === null ? null : pithId(known);
}

export function checkNumber({ evidence, id }: Case): Finding {
  const { number, shortNumber } = evidence;
  if (id === null) return unknown('Without the canonical record or its hash no number can be computed.');
  if (number === null && shortNumber === null) return unknown(`No number is stated. The hash gives ${id}.`);
  const findings: Finding[] = [];
  if (number !== null) {
    const text = textOf(number) ?? '';
    const isRight = text.startsWith('pith:') && text.slice('pith:'.length).replace(/^\d{4}:/, '') === id;
    findings.push(
      isRight
        ? pass('The number is the one that the hash gives.', number.pointer)
        : fail(`The hash gives the number ${id}, but ${shown(number.value)} is stated.`, number.pointer),
    );
  }
  if (shortNumber !== null) findings.push(checkShort(id, shortNumber));
  if (number === null && findings.every(({ verdict }) => verdict === 'pass')) {
    return unknown(`Only the short number is stated; it fits the number ${id} that the hash gives.`);
  }
  return together(findings) ?? unknown('No number is stated.');
}

function checkShort(id: string, { value, pointer }: { value: unknown; pointer: string }): Finding {
  const expected = `pith:${id.slice(0, 8)}`;
  if (value === expected) return pass('The short number is the one that the hash gives.', pointer);
  return fail(`The short number should be ${expected}, but is ${shown(value)}.`, pointer);
}

export function checkYear({ evidence: { number }, submittedAt }: Case): Finding | null {
  if (number === null) return null;
  const year = /^pith:(\d{4}):/.exec(textOf(number) ?? '')?.[1];
  if (year === undefined) return fail(`The number ${shown(number.value)} holds no year.`, number.pointer);
  if (submittedAt === null)
    return unknown('Without the canonical record the year cannot be checked.', number.pointer);
  const submitted = /^(\d{4})-/.exec(textOf(submittedAt) ?? '')?.[1];
  if (submitted === year) return pass('The year of the number is the year of submission.', number.pointer);
  return fail(
    `The number says ${year}, the record was submitted ${shown(submittedAt.value)}.`,
    number.pointer,
  );
}
