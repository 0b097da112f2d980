import type { CheckedDocument } from '../facts';
import { readSources, type ReadOptions } from '../read-sources';
import type { Source } from '../sources';

/** All documents of some sources, unchecked. */
export async function readAll(
  sources: readonly Source[],
  options: Partial<ReadOptions> = {},
): Promise<CheckedDocument[]> {
  const documents: CheckedDocument[] = [];
  const { signal } = new AbortController();
  const check = () => [];
  for await (const document of readSources(sources, { signal, check, ...options })) documents.push(document);
  return documents;
}

export async function readOne(content: unknown, name = 'file.json'): Promise<CheckedDocument> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const [document] = await readAll([{ kind: 'text', name, text }]);
  if (!document) throw new Error('nothing was read');
  return document;
}

export function file(name: string, content: string | Uint8Array<ArrayBuffer>): Source {
  return { kind: 'file', name, blob: new Blob([content]) };
}

/** Sets what stands at a pointer in a copy; `undefined` removes it. */
export function changed(document: unknown, pointer: string, value: unknown): unknown {
  type Json = Record<string, unknown>;
  const copy = JSON.parse(JSON.stringify(document)) as Json;
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce((at, key) => at[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
