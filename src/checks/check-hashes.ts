import { fail, pass, statedHash, unknown, type Case, type Finding } from './finding';
import { shown, stated, textOf } from './read';
import type { Stated } from '../documents';

export function checkCanonicalHash({ evidence, hash, obstacle }: Case): Finding {
  const { canonicalRecord: record, canonicalSha256: claimed } = evidence;
  if (record === null) return unknown('The document does not hold the canonical record.');
  if (obstacle !== null) return unknown(`The hash cannot be computed: ${obstacle}.`, record.pointer);
  if (claimed === null) return unknown(`No hash is stated. The record's is ${hash ?? ''}.`, record.pointer);
  return hash === claimed.value
    ? pass('The SHA-256 of the canonical record is the stated one.', claimed.pointer)
    : fail(
        `The canonical record has the hash ${hash ?? ''}, but ${shown(claimed.value)} is stated.`,
        claimed.pointer,
      );
}

/** The `record_created` event repeats record and hash. */
export function checkReceiptHash(it: Case): Finding | null {
  const { evidence, obstacle } = it;
  const payload = evidence.events.map((event) => stated(event, 'payload')).find(holdsRecord) ?? null;
  if (payload === null) {
    return evidence.events.length === 0 ? null : unknown('No event repeats the canonical record.');
  }
  if (obstacle !== null) return unknown(`The hash cannot be computed: ${obstacle}.`, payload.pointer);
  const hash = it.hashes.get(`${payload.pointer}/canonical_record`) ?? null;
  const claims = [stated(payload, 'canonical_sha256'), evidence.canonicalSha256].filter(
    (claim) => claim !== null,
  );
  const wrong = claims.find((claim) => hash !== null && claim.value !== hash);
  if (wrong) {
    return fail(
      `The event's record has the hash ${hash ?? ''}, but ${shown(wrong.value)} is stated at ${wrong.pointer}.`,
      payload.pointer,
    );
  }
  return agreesWithHash(it, hash, claims, payload);
}

function agreesWithHash(it: Case, hash: string | null, claims: readonly Stated[], payload: Stated): Finding {
  const own = it.hash;
  const repeated = statedHash(claims[0] ?? null);
  if (own !== null && (hash ?? repeated) !== null && (hash ?? repeated) !== own) {
    return fail(
      `The event speaks of a record with the hash ${hash ?? repeated ?? ''}, but this one's is ${own}.`,
      payload.pointer,
    );
  }
  if (hash === null) return unknown('The event states a hash, but not the record itself.', payload.pointer);
  return pass('The event that created the record repeats it and its hash.', payload.pointer);
}

function holdsRecord(payload: Stated | null): boolean {
  return stated(payload, 'canonical_record') !== null || textOf(stated(payload, 'canonical_sha256')) !== null;
}
