/** Where the bytes of packs lie, by number. */
export interface Shelf {
  /** Writes a pack whole; where it rejects, nothing or an unfinished pack is there, to be removed. */
  write(pack: number, blobs: readonly Blob[], signal: AbortSignal): Promise<void>;
  /** Null where there is none. */
  read(pack: number): Promise<Blob | null>;
  /** Does not mind where there is none. */
  remove(pack: number): Promise<void>;
}
