/** `C1` of `arXiv:2409.12917#C1`; null where the id is that of the work itself. */
export function claimIn(id: string, work: string): string | null {
  return id.startsWith(`${work}#`) ? id.slice(work.length + 1) : null;
}
