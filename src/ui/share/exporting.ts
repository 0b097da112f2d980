import type { ExportFile, ExportKind, ExportScope } from '../../explorer';
import { counted } from '../numbers';

export const KINDS: readonly (readonly [ExportKind, string])[] = [
  ['graph', 'Graph'],
  ['bibliography', 'Bibliography'],
  ['table', 'Table'],
  ['database', 'Database'],
  ['bundle', 'Bundle to share'],
];

export const SCOPES: readonly (readonly [ExportScope, string])[] = [
  ['selection', 'the selection'],
  ['shown', 'what is on the stage'],
  ['all', 'everything that is loaded'],
];

const WORDS = {
  nodes: 'node',
  lines: 'line',
  works: 'work',
  rows: 'row',
  tables: 'table',
  documents: 'document',
  steps: 'step',
} as const;

/** `62 nodes, 148 lines` */
export function countsInWords(counts: ExportFile['counts']): string {
  return (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .flatMap((of) => {
      const count = counts[of];
      return count === undefined ? [] : [counted(count, WORDS[of])];
    })
    .join(', ');
}

const HEAD = 3_000;
const BINARY = ['zip', 'parquet', 'arrow', 'duckdb'];

/** How a file begins, to look at; null where it is no text. */
export async function headOf({ blob }: ExportFile): Promise<string | null> {
  if (BINARY.some((type) => blob.type.includes(type))) return null;
  const text = await blob.slice(0, HEAD).text();
  return blob.size > HEAD ? `${text.replace(/\ufffd$/, '')} …` : text;
}
