import { MAX_ID_LENGTH } from '../model';

const KB = 1024;
const MB = KB * KB;

export const LIMITS = {
  documentBytes: 64 * MB,
  collectionBytes: 256 * MB,
  archiveBytes: KB * MB,
  expandedBytes: 2 * KB * MB,
  expansionRatio: 200,
  /** Expanded bytes below which the ratio does not matter. */
  ratioFrom: 10 * MB,
  archiveEntries: 200_000,
  depth: 200,
  idLength: MAX_ID_LENGTH,
  textLength: 20_000,
  /** The greatest count or index: what a 32-bit column holds. */
  count: 2 ** 31 - 1,
  listItems: 1_000_000,
  events: 100_000,
  problems: 100,
} as const;

export function inWords(bytes: number): string {
  if (bytes >= KB * MB) return `${Math.round(bytes / KB / MB)} GB`;
  return bytes >= MB ? `${Math.round(bytes / MB)} MB` : `${bytes.toLocaleString('en')} bytes`;
}
