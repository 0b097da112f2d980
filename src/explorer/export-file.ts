import { Failure } from '../model';
import { EXPORT_SCOPES, Exporter, type ExportWanted } from './exporter';
import type { Explorer } from './explorer.svelte';

/** The console verb `export`. */
export async function exportFile(
  explorer: Explorer,
  format: string,
  { scope = 'shown', table = 'nodes', hasStory = true }: Partial<Omit<ExportWanted, 'format'>> = {},
): Promise<File> {
  if (!EXPORT_SCOPES.includes(scope))
    throw new Failure('bad-argument', `A scope is one of ${EXPORT_SCOPES.join(', ')}.`);
  const signal = new AbortController().signal;
  const { name, blob } = await explorer.tool(Exporter).file({ format, scope, table, hasStory }, signal);
  return new File([blob], name, { type: blob.type });
}
