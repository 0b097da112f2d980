import { rowFormOf } from './recognise';
import { ROW_KINDS, type RowForm } from './row-reader';
import { each, within, type Stated } from './stated';

/** Works as a service answers them, in one JSON value. */
export interface Answer {
  readonly form: RowForm;
  readonly items: readonly Stated[];
}

/** Where OpenAlex, Semantic Scholar and some programs that write CSL put what they found. */
const LISTS = ['results', 'data', 'items'];

/** One work, or a list of some in an answer; null where it is something else. Our own rows come one a line. */
export function answerIn(value: unknown): Answer | null {
  const root = { value, pointer: '' };
  const lists = LISTS.map((key) => each(within(root, key)));
  for (const items of [[root], ...lists]) {
    const form = rowFormOf(items[0]?.value);
    if (form !== null && !ROW_KINDS.some((kind) => kind === form)) return { form, items };
  }
  return null;
}
