import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import type { NotedTable } from '../../explorer';
import { faultMark, markFault } from './fault-mark';
import { COLOURS, LOOKS } from './looks';
import { sqlOf } from './completion';

interface Watch {
  readonly onWritten: (text: string) => void;
  readonly onRun: () => void;
}

/** What is to be run, and where it begins in the text. */
export interface Chosen {
  readonly text: string;
  readonly from: number;
}

/** CodeMirror in a shadow root: there it needs no inline style, which the page's policy forbids. */
export class Editor {
  readonly #view: EditorView;
  readonly #language = new Compartment();

  constructor(root: ShadowRoot, text: string, watch: Watch) {
    const extensions = [this.#language.of(sqlOf([])), ...PARTS, keys(watch), listener(watch)];
    const state = EditorState.create({ doc: text, extensions });
    this.#view = new EditorView({ state, root, parent: root });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** The selected part, or all of it where nothing is selected. */
  get chosen(): Chosen {
    const { from, to, empty } = this.#view.state.selection.main;
    return empty ? { text: this.text, from: 0 } : { text: this.#view.state.sliceDoc(from, to), from };
  }

  replace(text: string): void {
    if (text === this.text) return;
    const changes = { from: 0, to: this.#view.state.doc.length, insert: text };
    this.#view.dispatch({ changes, selection: { anchor: text.length }, scrollIntoView: true });
  }

  /** In place of what is selected, and the keyboard after it. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text));
    this.focus();
  }

  complete(tables: readonly NotedTable[]): void {
    this.#view.dispatch({ effects: this.#language.reconfigure(sqlOf(tables)) });
  }

  /** Marks the word at a place of the text; null marks nothing. */
  mark(at: number | null): void {
    markFault(this.#view, at);
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }
}

/** Tab is not among the keys: it leads out of the editor. */
function keys({ onRun }: Watch): Extension {
  const run = (view: EditorView) => {
    closeCompletion(view);
    onRun();
    return true;
  };
  return keymap.of([
    { key: 'Mod-Enter', run },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);
}

function listener({ onWritten }: Watch): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) onWritten(update.state.doc.toString());
  });
}

/**
 * Text typed over a selection: a browser would copy the selection's look into an inline style, which the page's
 * policy refuses with a complaint.
 */
const OVERTYPING = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== 'insertText' || event.data === null || empty || view.composing) return false;
    const text = event.data;
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
    const isTaken = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert));
    if (!isTaken) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

const PARTS: readonly Extension[] = [
  history(),
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ icons: false }),
  syntaxHighlighting(COLOURS),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    'aria-label': 'SQL',
    tabindex: '0',
    spellcheck: 'false',
    autocapitalize: 'off',
  }),
  placeholder('SELECT …'),
  faultMark,
  OVERTYPING,
  LOOKS,
];
