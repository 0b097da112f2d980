import { Adding, type Explorer } from '../../explorer';
import type { Source } from '../shown';

/** Opens them; lists of works in formats of others are shown first. */
export async function offer(explorer: Explorer, sources: Source[]): Promise<void> {
  await explorer.tool(Adding).open(sources, (agreed) => explorer.open(agreed));
}
