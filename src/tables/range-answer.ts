import { Failure } from '../model';

/** What a host answered when it was asked for a range of a file. */
export interface RangeAnswer {
  /** 0 where it did not answer at all. */
  readonly status: number;
  readonly bytes: number;
  /** Null where it gives none, or does not let other pages see it. */
  readonly etag: string | null;
}

/** Null where it is what was asked for. `etag` is that of the first answer. */
export function rangeFailure(
  { status, bytes, etag }: RangeAnswer,
  wanted: { readonly bytes: number; readonly etag: string | null },
  name: string,
): Failure | null {
  const fail = (message: string) => new Failure('network', `${name}: ${message}`);
  if (status === 0)
    return fail(
      'the address does not answer, or does not allow other pages to read it (CORS). If you are offline, what was read before is still here.',
    );
  if (status === 404 || status === 410)
    return fail('it is not there any more. Check the address of the corpus.');
  if (status === 200)
    return fail('its host does not answer with parts of a file (range requests), which a corpus needs.');
  if (status === 416)
    return fail('it is shorter than its manifest says: it was cut, or is being replaced. Try again later.');
  if (status !== 206) return fail(`its host answered with status ${status}.`);
  if (wanted.etag !== null && etag !== null && wanted.etag !== etag)
    return fail('it was replaced while it was open. Open the corpus again.');
  if (bytes !== wanted.bytes)
    return fail('it is shorter than its manifest says: it was cut, or is being replaced. Try again later.');
  return null;
}
