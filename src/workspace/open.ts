import type { Workspace } from './workspace';

/** The workspace of an address. Rejects where the browser allows no storage. Loads its code only now. */
export async function openWorkspace(address: string): Promise<Workspace> {
  const { Workspace } = await import('./workspace');
  return Workspace.open(address);
}
