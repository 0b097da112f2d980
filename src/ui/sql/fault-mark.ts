import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

interface Range {
  readonly from: number;
  readonly to: number;
}

const setFault = StateEffect.define<Range | null>();
const MARK = Decoration.mark({ class: 'fault' });

/** A wavy line under the place that an error points to; gone with the next change of the text. */
export const faultMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects)
      if (effect.is(setFault))
        next = effect.value
          ? Decoration.set([MARK.range(effect.value.from, effect.value.to)])
          : Decoration.none;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function markFault(view: EditorView, at: number | null): void {
  const range = at === null ? null : wordAt(view.state.doc.toString(), at);
  view.dispatch({ effects: setFault.of(range) });
}

/** The word that begins there, or one sign; at the very end the sign before. */
function wordAt(text: string, at: number): Range | null {
  if (text === '') return null;
  const from = Math.min(at, text.length - 1);
  const length = /^[\w.]+/.exec(text.slice(from))?.[0].length ?? 1;
  return { from, to: from + length };
}
