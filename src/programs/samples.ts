import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeBlueprintSamples } from './samples/blueprints';
import { makeFormalSample } from './samples/formal';
import { checkPictures, writePictures } from './samples/pictures';
import { makeScoreSample } from './samples/score';

/**
 * `npm run samples [-- --from FOLDER]` makes the documents under static/samples from the raw data where it is there,
 * and each sample's first picture from its documents. `--check` makes nothing: it compares each stored picture with
 * what the pipeline makes of the documents now.
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--check')) {
    await checkPictures();
    return;
  }
  const given = args[args.indexOf('--from') + 1];
  const raw = resolve(args.includes('--from') && given ? given : '../shared/data');
  if (existsSync(raw)) {
    makeScoreSample(raw);
    makeFormalSample(raw);
    makeBlueprintSamples(raw);
  } else {
    console.log('No raw data found: the documents stay as they are, only the pictures are made.');
  }
  await writePictures();
}
