// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** How the editor looks: the page's custom properties, with colours of their own where a page has none. */

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const TEXT = "var(--forum-code-text, var(--kern-color-layout-text-default, CanvasText))";
const BACKGROUND = "var(--forum-code-background, var(--kern-color-layout-background-default, Canvas))";
const BORDER = "var(--forum-code-border, var(--kern-color-layout-border, currentColor))";
const MUTED = `var(--forum-code-comment, ${TEXT})`;
const FOCUS = "var(--forum-focus, var(--kern-color-action-focus-border-outside, Highlight))";
const DANGER = "var(--kern-color-feedback-danger, #c31c13)";
const DANGER_BACKGROUND = "var(--forum-code-error-background, var(--kern-color-feedback-danger-background, transparent))";
const SELECTION = "var(--forum-code-selection, Highlight)";

export const theme = EditorView.theme({
  "&": { color: TEXT, backgroundColor: BACKGROUND, border: `1px solid ${BORDER}`, borderRadius: "4px" },
  "&.cm-focused": { outline: `3px solid ${FOCUS}`, outlineOffset: "2px" },
  ".cm-scroller": {
    fontFamily: "var(--forum-font-code, 'Fira Mono', Consolas, monospace)",
    fontSize: "var(--forum-code-size, 1rem)",
    lineHeight: "1.6",
  },
  ".cm-content": { padding: "0.5rem 0", caretColor: TEXT, minHeight: "3.2em" },
  ".cm-gutters": { color: MUTED, backgroundColor: BACKGROUND, border: "none", userSelect: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.5em" },
  "& .cm-content ::selection": { backgroundColor: SELECTION },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: `1px solid ${BORDER}` },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  ".cm-errorLine": { backgroundColor: DANGER_BACKGROUND, boxShadow: `inset 3px 0 ${DANGER}` },
  ".cm-gutterElement.cm-errorLineGutter": { color: DANGER, fontWeight: "bold", textDecoration: "underline" },
});

/** @param {string} name */
const colour = (name) => `var(--forum-code-${name}, ${TEXT})`;

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: colour("keyword") },
  { tag: [tags.string, tags.special(tags.string)], color: colour("string") },
  { tag: [tags.number, tags.bool, tags.null], color: colour("number") },
  { tag: tags.comment, color: colour("comment") },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], color: colour("function") },
]);
