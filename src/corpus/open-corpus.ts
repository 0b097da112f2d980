import { ClickHouseCorpus } from './clickhouse-corpus';
import type { Corpus } from './corpus';
import { CorpusFiles } from './corpus-files';
import { PackedCorpus } from './packed-corpus';

/** Opens a corpus by the address of its folder or manifest; what answers its questions is named there. */
export async function openCorpus(address: string, onUsage: () => void): Promise<Corpus> {
  const files = await CorpusFiles.open(address, onUsage);
  const { engine } = files.manifest;
  return engine ? new ClickHouseCorpus(files, engine, onUsage) : PackedCorpus.open(files, onUsage);
}
