// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** <forum-certificate-check>: takes the code of a certificate and says what is to be thought of it. */

import { announce } from "./announce.js";
import { verifyCode } from "./certificate-code.js";
import { CatalogueElement, fieldForm } from "./certificate-element.js";
import { factList, statementList } from "./certificate-paper.js";
import { alertBox, element } from "./dom.js";
import { CHECK, COMMON } from "./strings-certificate.js";

/** @import { Catalogue } from "./certificate-catalogue.js" */
/** @import { Verdict } from "./certificate-code.js" */

export class ForumCertificateCheck extends CatalogueElement {
  #field = element("textarea", { rows: "6", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  #result = element("div", {});

  /** @param {Catalogue} catalogue */
  build(catalogue) {
    const form = fieldForm({
      field: this.#field,
      id: "forum-certificate-code",
      label: CHECK.code,
      hint: CHECK.codeHint,
      action: CHECK.check,
      submit: () => this.#check(catalogue),
    });
    this.replaceChildren(form, this.#result);
  }

  /** @param {Catalogue} catalogue @returns {string} what is wrong with the input */
  #check(catalogue) {
    this.#result.replaceChildren();
    if (!this.#field.value.trim()) return CHECK.codeMissing;
    const found = verifyCode(this.#field.value, catalogue);
    const texts = words(found).map((text) => element("p", {}, text));
    const facts = found.verdict === "valid" ? validFacts(found, catalogue.digcomp) : [];
    const title = CHECK.result(CHECK[found.verdict]);
    this.#result.append(alertBox(tone(found), element("h2", {}, title), ...texts, ...facts));
    announce([`${title}.`, ...words(found)].join(" "));
    return "";
  }
}

/** @param {Verdict} found */
function tone({ verdict }) {
  if (verdict === "valid") return "success";
  return verdict === "altered" || verdict === "unreadable" ? "danger" : "warning";
}

/** @param {Verdict} found @returns {readonly string[]} */
function words(found) {
  switch (found.verdict) {
    case "valid":
      return [CHECK.validText];
    case "altered":
      return CHECK.alteredText;
    case "unreadable":
      return CHECK.unreadableText;
    case "forum":
      return CHECK.forumText(found.statement.forum);
    case "course":
      return CHECK.courseText(found.statement.course);
    case "version":
      return CHECK.versionText(found.statement, found.course);
  }
}

/**
 * @param {Extract<Verdict, { verdict: "version" | "altered" | "valid" }>} found
 * @param {string} digcomp
 */
function validFacts({ statement, course }, digcomp) {
  const { fields } = COMMON;
  const who = factList([
    [fields.name, statement.name],
    [fields.course, COMMON.course(course.title, statement.version)],
  ]);
  who.append(...statementList(statement, course, digcomp).children);
  return [who];
}
