import type { Keepable } from '../workspace';

/** `then.zip`, `then.zip and 2 more files`, or the folder that all are in. */
export function snapshotName(sources: readonly Keepable[]): string {
  const names = sources.map((source) =>
    source.kind === 'url' ? (source.url.split(/[?#]/)[0] ?? '') : source.name,
  );
  const folders = new Set(names.map((name) => (name.includes('/') ? name.split('/')[0] : '')));
  const [folder] = folders;
  if (names.length > 1 && folders.size === 1 && folder && !/^https?:$/.test(folder))
    return `the folder ${folder}`;
  const first = names[0]?.slice(names[0].lastIndexOf('/') + 1) ?? '';
  const more = names.length - 1;
  return more <= 0 ? first : `${first} and ${more} more ${more === 1 ? 'file' : 'files'}`;
}
