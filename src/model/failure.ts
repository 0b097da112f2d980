/** Everything expected that can go wrong, by kind, so that callers match kinds and not words. */
export type FailureKind =
  | 'not-found' // no loaded work, theorem or document has that id
  | 'ambiguous' // a short id fits several
  | 'unreadable' // bytes that are not what they should be
  | 'too-large' // over a stated limit
  | 'network' // an address did not answer, or refused
  | 'damaged-link' // a link whose View cannot be read
  | 'bad-argument' // the console API was called with something it does not take
  | 'database' // the database refused
  | 'storage-full' // the browser has no room left to keep it
  | 'read-only' // another tab holds the workspace
  | 'cancelled';

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly candidates: readonly string[];
  /** Where in a text it is, as an offset, if it is known. */
  readonly at: number | null;
  override readonly name = 'Failure';

  constructor(
    kind: FailureKind,
    message: string,
    options: { cause?: unknown; candidates?: readonly string[]; at?: number | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.candidates = options.candidates ?? [];
    this.at = options.at ?? null;
  }
}

/** A sentence for a person, whatever was thrown. */
export function describeFailure(thrown: unknown): string {
  if (thrown instanceof Failure || thrown instanceof Error) return thrown.message;
  return String(thrown);
}

export function isCancelled(thrown: unknown): boolean {
  return (
    (thrown instanceof Failure && thrown.kind === 'cancelled') ||
    (thrown instanceof DOMException && thrown.name === 'AbortError')
  );
}
