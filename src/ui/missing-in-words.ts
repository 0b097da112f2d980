import { spelled, type LinkedDocuments } from '../model';
import { counted, grouped } from './numbers';

/** By files, as they can be dropped: `mine.jsonl (3 documents), score.bundle.json (2f74cc22)`. */
export function missingInWords({ named, more }: LinkedDocuments): string {
  const files = new Map<string, { readonly only: string; readonly count: number }>();
  for (const { name, sha256 } of named) {
    const file = fileOf(name);
    const only = `${spelled(name)} (${spelled(sha256.slice(0, 8))})`;
    files.set(file, { only, count: (files.get(file)?.count ?? 0) + 1 });
  }
  const words = [...files].map(([file, { only, count }]) =>
    count === 1 ? only : `${spelled(file)} (${counted(count, 'document')})`,
  );
  return words.join(', ') + (more > 0 ? ` and ${grouped(more)} more` : '');
}

/** Lines and items of a file are documents of their own: `file.jsonl#L12`, `file.json#/3`. */
function fileOf(name: string): string {
  return name.replace(/#(L|\/)\d+$/, '');
}
