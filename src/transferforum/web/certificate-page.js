// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * <forum-certificate>: what a learner has done of a course, what is missing, and, when nothing is, the certificate.
 *
 * The name stays in its field and on the sheet: it is not stored, not sent, and in no address. Which course is meant
 * stands in the address behind the `#`, which no request carries.
 */

import { announce } from "./announce.js";
import { courseOf } from "./certificate-catalogue.js";
import { LONGEST_NAME, cleanName, makeCode } from "./certificate-code.js";
import { CatalogueElement, fieldForm } from "./certificate-element.js";
import { paper } from "./certificate-paper.js";
import { amounts, conditions, enough, readDone } from "./certificate-state.js";
import { button, element } from "./dom.js";
import { Memory, storageOf } from "./progress-store.js";
import { CERTIFICATE } from "./strings-certificate.js";

/** @import { Catalogue, Course, Item } from "./certificate-catalogue.js" */
/** @import { Condition, Done } from "./certificate-state.js" */

export class ForumCertificate extends CatalogueElement {
  #digcomp = "";
  #status = element("div", { class: "forum-certificate__status" });
  #result = element("div", {});
  #field = element("input", { type: "text", autocomplete: "name" });

  /** @param {Catalogue} catalogue */
  build(catalogue) {
    this.#digcomp = catalogue.digcomp;
    addEventListener("hashchange", () => /^(#kurs=.*)?$/.test(location.hash) && location.reload());
    const offered = catalogue.courses.filter(({ certificate }) => certificate);
    const wanted = new URLSearchParams(location.hash.slice(1)).get("kurs");
    const course = wanted === null ? onlyOne(offered) : courseOf(catalogue, wanted);
    if (course?.certificate) this.#show(course, offered.length > 1);
    else this.replaceChildren(...choice(offered, whyNot(wanted, course)));
  }

  /** @param {Course} course @param {boolean} others whether there are other courses to choose */
  #show(course, others) {
    const form = fieldForm({
      field: this.#field,
      id: "forum-certificate-name",
      label: CERTIFICATE.name,
      hint: CERTIFICATE.nameHint,
      action: CERTIFICATE.make,
      submit: () => this.#make(course),
    });
    const refresh = () => {
      const found = conditions(course, this.#done());
      form.hidden = !enough(found);
      this.#showStatus(course, found);
    };
    this.replaceChildren(
      element("h2", {}, CERTIFICATE.course(course.title)),
      ...(others ? [element("p", {}, element("a", { href: location.pathname }, CERTIFICATE.chooseOther))] : []),
      this.#status,
      form,
      this.#result,
    );
    refresh();
    addEventListener("storage", refresh); // another tab goes on learning
    addEventListener("pageshow", ({ persisted }) => persisted && refresh()); // the reader comes back from a lesson
  }

  /** Read anew each time: what is remembered changes while the page is open. */
  get #memory() {
    return new Memory({ storage: storageOf(window), forum: this.about("forum") });
  }

  /** @returns {Done} */
  #done() {
    return readDone(this.#memory);
  }

  /** @param {Course} course @param {readonly Condition[]} found */
  #showStatus(course, found) {
    const ready = enough(found);
    const parts = [
      element("p", {}, ready ? CERTIFICATE.enough : CERTIFICATE.notEnough),
      element("ul", { class: "forum-findings" }, ...found.map((one) => this.#conditionItem(one))),
    ];
    if (!ready && !this.#done().memory) parts.push(element("p", {}, this.#whyNothing()));
    if (!ready) parts.push(element("p", {}, element("a", { href: this.address(course.url) }, CERTIFICATE.toCourse)));
    this.#status.replaceChildren(...parts);
  }

  #whyNothing() {
    return this.#memory.problem === "forbidden" ? CERTIFICATE.forbidden : CERTIFICATE.noMemory;
  }

  /** @param {Condition} condition */
  #conditionItem(condition) {
    const met = condition.done >= condition.needed;
    const icon = element("span", { class: `kern-icon kern-icon--${met ? "success" : "warning"}`, "aria-hidden": "true" });
    const mark = element("strong", {}, met ? CERTIFICATE.met : CERTIFICATE.open);
    const item = element(
      "li",
      { class: `forum-finding forum-finding--${met ? "right" : "not-yet"}` },
      element("span", { class: "forum-finding__mark" }, icon, mark),
      element("p", { class: "forum-finding__text" }, CERTIFICATE.condition(condition)),
    );
    if (!met) {
      const missing = element("div", { class: "forum-certificate__missing" });
      missing.append(element("p", {}, CERTIFICATE.missing(condition.kind)), this.#links(condition.missing));
      item.append(missing);
    }
    return item;
  }

  /** @param {readonly Item[]} items */
  #links(items) {
    const links = items.map(({ title, url }) => element("a", { href: this.address(url) }, title));
    return element("ul", {}, ...links.map((link) => element("li", {}, link)));
  }

  /** @param {Course} course @returns {string} what is wrong with the name */
  #make(course) {
    this.#result.replaceChildren(); // with another name it would be the wrong one
    const name = cleanName(this.#field.value);
    if (name === null) {
      return this.#field.value.trim() ? CERTIFICATE.nameWrong(LONGEST_NAME) : CERTIFICATE.nameMissing;
    }
    const done = amounts(conditions(course, this.#done()));
    const { id, version, hours, digest } = course;
    const statement = { forum: this.about("forum"), course: id, version, date: today(), name, hours, done };
    this.#showPaper({ statement, course, digcomp: this.#digcomp, code: makeCode(statement, digest) });
    return "";
  }

  /** @param {Pick<Parameters<typeof paper>[0], "statement" | "course" | "digcomp" | "code">} made */
  #showPaper(made) {
    const { sheet, title } = paper({
      ...made,
      forum: this.about("title"),
      operator: this.about("operator"),
      contact: this.about("contact"),
      check: this.about("check"),
    });
    const print = button(CERTIFICATE.print, "primary", () => window.print());
    this.#result.replaceChildren(sheet, element("div", { class: "forum-toolbar" }, print));
    title.focus();
    announce(CERTIFICATE.made);
  }
}

/** @param {readonly Course[]} courses */
function onlyOne(courses) {
  return courses.length === 1 ? (courses[0] ?? null) : null;
}

/** @param {string | null} wanted @param {Course | null} course */
function whyNot(wanted, course) {
  if (wanted === null) return "";
  return course ? CERTIFICATE.without(course.title) : CERTIFICATE.unknown;
}

/** @param {readonly Course[]} offered @param {string} why nothing is shown yet */
function choice(offered, why) {
  if (offered.length === 0) return [element("p", {}, CERTIFICATE.none)];
  const links = offered.map(({ id, title }) => element("a", { href: `#kurs=${id}` }, title));
  return [
    ...(why ? [element("p", {}, why)] : []),
    element("h2", {}, CERTIFICATE.choose),
    element("ul", {}, ...links.map((link) => element("li", {}, link))),
  ];
}

/** The date where the learner is. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
