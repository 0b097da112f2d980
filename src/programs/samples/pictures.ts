import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PictureMaker, SAMPLES, type Arrange, type Sample, type StoredPicture } from '../../picture';
import { Desk } from '../../intake';
import { Finder } from '../../find';
import { LAYOUTS } from '../../layout';
import { readFormal, readNetwork } from '../../queries';
import { loadTables } from '../../tables';
import { openTablesInNode } from '../../tables/node';
import { writeSample } from './files';

/** What the pipeline makes of a sample's documents, in Node, with the same code as on the page. */
async function pictureOf(sample: Sample): Promise<string> {
  const connection = await openTablesInNode();
  const desk = new Desk();
  const sources = sample.documents.map((path) => ({
    kind: 'file' as const,
    name: basename(path),
    blob: new Blob([readFileSync(join('static', path))]),
  }));
  const { signal } = new AbortController();
  const { report } = await loadTables(connection, (onBatch) =>
    desk.open(sources, { signal, onBatch, onProgress: () => undefined }),
  );
  const bad = report.problems.filter(({ severity }) => severity === 'error');
  if (bad.length > 0) throw new Error(`${sample.id}: ${JSON.stringify(bad.slice(0, 5), null, 1)}`);
  const arrange: Arrange = (layout, input) => Promise.resolve(LAYOUTS[layout](input));
  const finder = new Finder(await readNetwork(connection), await readFormal(connection));
  const maker = new PictureMaker({
    connection,
    arrange,
    formal: {
      cone: (question) => Promise.resolve(finder.cone(question)),
      standings: (question) => Promise.resolve(finder.standings(question)),
    },
  });
  const { picture } = await maker.make(sample.view);
  const next = await maker.countNext(sample.view);
  return JSON.stringify({ ...picture, next, view: sample.view } satisfies StoredPicture);
}

export async function writePictures(): Promise<void> {
  for (const sample of SAMPLES) writeSample(sample.picture.replace('samples/', ''), await pictureOf(sample));
}

export async function checkPictures(): Promise<void> {
  for (const sample of SAMPLES) {
    const stored = readFileSync(join('static', sample.picture), 'utf8');
    if (stored !== (await pictureOf(sample))) {
      throw new Error(
        `${sample.picture} is not what the pipeline makes of the sample now; run \`npm run samples\`.`,
      );
    }
    console.log(`${sample.picture} equals the pipeline's`);
  }
}
