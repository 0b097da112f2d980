import { readRun, type ReadOptions, type Source } from '../documents';
import { Sheet } from './sheet';

/** Rows of evidence that go out together: enough to be worth a message, few enough to be held twice. */
const SHEET_ROWS = 20_000;

/** Reads and checks sources, and gives what they hold on sheets, in their order. */
export async function* readSheets(sources: readonly Source[], options: ReadOptions): AsyncGenerator<Sheet> {
  let sheet = new Sheet();
  for await (const document of readRun(sources, options)) {
    sheet.add(document);
    if (sheet.rows < SHEET_ROWS) continue;
    yield sheet;
    sheet = new Sheet();
  }
  if (!sheet.isEmpty) yield sheet;
}
