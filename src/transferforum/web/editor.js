// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The code editor: CodeMirror in a shadow root, a bundle of its own that is loaded when it is needed.
 *
 * In a shadow root its styles are adopted style sheets, which a Content Security Policy without 'unsafe-inline'
 * allows. Colours come from the page's custom properties, so light and dark follow the page.
 */

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorSelection, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { element } from "./dom.js";
import { colours, theme } from "./editor-theme.js";
import { COVERED, isTouched } from "./helper-keys.js";
import { EDITOR } from "./strings.js";

/** @import { Extension, StateEffectType } from "@codemirror/state" */
/** @import { Editor, EditorOptions } from "./code.js" */

/** Marks a line (counted from 1) as the one with the error; null takes the mark away. */
const markLine = /** @type {StateEffectType<number | null>} */ (StateEffect.define());

class ErrorMarker extends GutterMarker {
  elementClass = "cm-errorLineGutter";
}

const lineMark = Decoration.line({ class: "cm-errorLine" });
const gutterMark = new ErrorMarker();

/** The marked line; every change of the code takes the mark away. */
const marked = StateField.define({
  create: () => /** @type {number | null} */ (null),
  update: (line, change) => {
    const effect = change.effects.find((each) => each.is(markLine));
    if (effect) return effect.value;
    return change.docChanged ? null : line;
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) => {
      const from = startOf(state, state.field(field));
      return from === null ? Decoration.none : Decoration.set(lineMark.range(from));
    }),
    gutterLineClass.compute([field], (state) => {
      const from = startOf(state, state.field(field));
      return RangeSet.of(from === null ? [] : [gutterMark.range(from)]);
    }),
  ],
});

/**
 * Typing over a selection is done here and not by the browser: Chromium would carry the colours of the old text over
 * as an inline style, which the site's policy blocks and reports.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const text = event.inputType === "insertText" && !event.isComposing ? event.data : null;
    if (text === null || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/**
 * Where a line starts; null when there is no such line.
 * @param {EditorState} state
 * @param {number | null} line
 */
function startOf(state, line) {
  return line === null || line > state.doc.lines ? null : state.doc.line(line).from;
}

/**
 * An editor in this host. Tab is not bound: it leaves the editor.
 * @param {HTMLElement} host
 * @param {EditorOptions} options
 * @returns {Editor}
 */
export function createEditor(host, options) {
  const root = host.attachShadow({ mode: "open" });
  const help = element("p", { id: "help", class: "help" }, EDITOR.help);
  const view = new EditorView({ root, state: EditorState.create({ doc: options.code, extensions: extensions(options) }) });
  root.append(view.dom, help);
  return editorOf(view);
}

/**
 * @param {EditorOptions} options
 * @returns {Extension[]}
 */
function extensions({ label, onRun, onEdit }) {
  const run = () => {
    onRun();
    return true;
  };
  return [
    keymap.of([{ key: "Mod-Enter", run }, { key: "Ctrl-Enter", run }, ...defaultKeymap, ...historyKeymap]),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    indentOnInput(),
    indentUnit.of("    "),
    bracketMatching(),
    pythonLanguage,
    marked,
    typeOver,
    syntaxHighlighting(colours),
    theme,
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => (isTouched() ? { top: COVERED } : null)),
    EditorState.tabSize.of(4),
    EditorState.phrases.of(EDITOR.phrases),
    EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": "help", translate: "no" }),
    EditorView.updateListener.of((update) => update.docChanged && onEdit()),
  ];
}

/**
 * @param {EditorView} view
 * @returns {Editor}
 */
function editorOf(view) {
  return {
    get code() {
      return view.state.doc.toString();
    },
    set code(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark: (line) => view.dispatch({ effects: markLine.of(line) }),
    focus: (line) => {
      const from = startOf(view.state, line);
      if (from !== null) view.dispatch({ selection: EditorSelection.cursor(from), scrollIntoView: true });
      view.focus();
    },
    insert: (text) => view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true }),
    move: (steps) => {
      const { head } = view.state.selection.main;
      const to = Math.min(Math.max(0, head + steps), view.state.doc.length);
      view.dispatch({ selection: EditorSelection.cursor(to), scrollIntoView: true });
    },
  };
}
