import { Failure, type View } from '../model';
import { readBriefs, resolveNode } from '../queries';
import type { Explorer } from './explorer.svelte';

interface ConeOptions {
  readonly direction?: 'up' | 'down';
  readonly through?: NonNullable<View['cone']>['through'];
}

/** What a formal statement rests on (`down`), or what rests on it, by steps and then by id; itself left out. */
export async function coneOf(
  explorer: Explorer,
  theorem: string,
  { direction = 'down', through = 'proof' }: ConeOptions = {},
): Promise<string[]> {
  if (typeof theorem !== 'string' || !['up', 'down'].includes(direction))
    throw new Failure('bad-argument', 'cone(theorem, { direction, through }) takes an id, and up or down.');
  if (!['statement', 'proof'].includes(through))
    throw new Failure('bad-argument', 'A cone goes through statement or proof.');
  const connection = await explorer.connection();
  const node = await resolveNode(connection, theorem);
  if (node === null) throw new Failure('not-found', `${theorem} is not in what is loaded.`);
  if (node > 0) throw new Failure('bad-argument', `${theorem} is a work and no formal statement.`);
  const { nodes } = await explorer.find('cone', { theorem: node, shape: direction, through, reduced: false });
  const briefs = await readBriefs(connection, nodes);
  return nodes.map((one) => briefs.get(one)?.id ?? '');
}
