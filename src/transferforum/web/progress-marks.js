// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Shows what is read and solved: in the navigation of the course, on its page, and on the start page. */

import { element } from "./dom.js";
import { namesOf } from "./progress-page.js";
import { MEMORY } from "./strings-progress.js";

/** @import { MarkKind } from "./progress-items.js" */
/** @import { About, AboutCourse, Here, Known } from "./progress-page.js" */
/** @import { Memory } from "./progress-store.js" */

/** @param {Here} here */
export function showMarks(here) {
  const course = here.about.course;
  if (course) {
    markLinks(here, "lesson", course.lessons, MEMORY.read);
    markLinks(here, "exercise", course.exercises, MEMORY.solved);
    showCourse(here);
  }
  showCards(here);
  showPlace(here);
}

/**
 * A word with a sign behind each link to something that is done.
 * @param {Here} here
 * @param {"lesson" | "exercise"} kind
 * @param {readonly Known[]} things
 * @param {string} word
 */
function markLinks({ memory }, kind, things, word) {
  const done = new Set(things.filter((thing) => memory.done(kind, namesOf(thing))).map(({ id }) => id));
  for (const link of document.querySelectorAll(`a[data-${kind}]`)) {
    const inside = link.matches(".forum-lessons__link") ? link.querySelector(".forum-lessons__title") : link.parentElement;
    if (!inside) continue;
    const before = inside.querySelector(":scope > .forum-mark");
    const wanted = done.has(link.getAttribute(`data-${kind}`) ?? "");
    if (wanted && !before) (inside === link.parentElement ? link : inside.lastElementChild ?? link).after(markOf(word));
    else if (!wanted) before?.remove();
  }
}

/** @param {string} word */
function markOf(word) {
  const icon = element("span", { class: "kern-icon kern-icon--check", "aria-hidden": "true" });
  return element("span", { class: "forum-mark" }, icon, ` ${word}`);
}

/** @param {Here} here */
function showCourse({ about: { course }, memory }) {
  const place = document.querySelector(".forum-overview__progress");
  if (!(place instanceof HTMLElement) || !course) return;
  /** @returns {readonly [number, number]} */
  const amount = (/** @type {MarkKind} */ kind, /** @type {readonly Pick<Known, "id" | "aliases">[]} */ things) => [
    things.filter((thing) => memory.done(kind, namesOf(thing))).length,
    things.length,
  ];
  const { lessons, exercises, quizzes } = course;
  const amounts = { lesson: amount("lesson", lessons), exercise: amount("exercise", exercises), quiz: amount("quiz", quizzes) };
  say(place, memory.on ? MEMORY.course(amounts) : "");
}

/** Shows a text, or hides its place. @param {HTMLElement} place @param {string} text */
function say(place, text) {
  place.hidden = text === "";
  place.textContent = text;
}

/** @param {Element} place @returns {string[][]} all names of each lesson of a course */
function lessonsOf(place) {
  return JSON.parse(place.getAttribute("data-names") ?? "{}").lessons ?? [];
}

/** What is read of each course: on its card, and in the learning paths. @param {Here} here */
function showCards({ memory }) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-names]"))) {
    const lessons = lessonsOf(place);
    const read = lessons.filter((names) => memory.done("lesson", names)).length;
    say(place, memory.on && read ? `${MEMORY.lessons(read, lessons.length)} ${MEMORY.read}` : "");
  }
}

/** The way on, on the start page and on that of a course, if there is one. @param {Here} here */
function showPlace({ about, memory }) {
  const target = document.querySelector(".forum-continue");
  if (!(target instanceof HTMLElement)) return;
  const way = memory.on ? (about.course ? wayInCourse(about, about.course, memory) : wayFromStart(memory)) : null;
  target.hidden = !way;
  target.replaceChildren(...(way ? [way.words, element("a", { href: way.href }, way.title)] : []));
}

/**
 * Back to the lesson that was open last; where that is in another course, to the first that is not read yet.
 * @param {About} about
 * @param {AboutCourse} course
 * @param {Memory} memory
 */
function wayInCourse({ root }, { lessons }, memory) {
  const last = memory.place?.["lesson"] ?? "";
  const isRead = (/** @type {Known} */ lesson) => memory.done("lesson", namesOf(lesson)) !== null;
  const here = lessons.find((lesson) => namesOf(lesson).includes(last));
  const lesson = here ?? (lessons.some(isRead) ? lessons.find((one) => !isRead(one)) : undefined);
  if (!lesson) return null;
  const href = new URL(lesson.url, new URL(root, document.baseURI)).href;
  return { words: here ? MEMORY.goOn : MEMORY.next, href, title: lesson.title };
}

/** Back to the lesson that was open last, if there still is one. @param {Memory} memory */
function wayFromStart({ place }) {
  const href = findLesson(place?.["lesson"] ?? "");
  return href === null ? null : { words: MEMORY.goOn, href, title: place?.["title"] || place?.["lesson"] || "" };
}

/** Where a lesson is today; lessons lie beside the page of their course. @param {string} lesson */
function findLesson(lesson) {
  for (const place of document.querySelectorAll(".forum-cards__progress")) {
    const today = lessonsOf(place).find((names) => names.includes(lesson))?.[0];
    const course = place.closest("li")?.querySelector("a");
    if (today && course) return new URL(`${today.split("/").at(-1)}.html`, course.href).href;
  }
  return null;
}
