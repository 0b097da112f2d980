import * as v from 'valibot';
import { readLink, STORY_LIMITS, STORY_TYPE, type Story } from '../model';
import { between, inPdf } from './embedded';
import { PDF_STORY, STORY_ID } from './story-text';

const LONGEST_VIEW = 100_000;
const LONGEST_ID = 1_300;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

const STEP = v.object({
  view: v.pipe(text(LONGEST_VIEW), v.check(isLink)),
  title: text(STORY_LIMITS.title),
  words: text(STORY_LIMITS.words),
  highlight: list(text(LONGEST_ID), STORY_LIMITS.highlight),
});

const STORY = v.object({
  type: v.literal(STORY_TYPE),
  version: v.literal(1),
  title: text(STORY_LIMITS.title),
  documents: list(v.object({ name: text(LONGEST_ID), sha256: text(64) }), STORY_LIMITS.documents),
  steps: list(STEP, STORY_LIMITS.steps),
});

/** The story in a file of its own, in a deck or in a PDF; null where there is none that is whole. */
export function readStory(bytes: Uint8Array): Story | null {
  const found = textIn(bytes);
  return found === undefined ? null : parsed(found);
}

function textIn(bytes: Uint8Array): string | undefined {
  // What is embedded is ASCII, so it is found without reading the rest as text.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart();
  if (!head.startsWith('%PDF-') && !head.startsWith('<')) return new TextDecoder().decode(bytes);
  const whole = new TextDecoder('latin1').decode(bytes);
  const [found] = head.startsWith('<') ? between(whole, `id="${STORY_ID}">`, '<') : inPdf(whole, PDF_STORY);
  return found;
}

function parsed(found: string): Story | null {
  try {
    const result = v.safeParse(STORY, JSON.parse(found));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function isLink(view: string): boolean {
  try {
    return readLink(view) !== null;
  } catch {
    return false;
  }
}
