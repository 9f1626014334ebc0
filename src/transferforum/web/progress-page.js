// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What every page says of itself (`<script id="forum-about">`), and the memory of the forum it belongs to. */

import { Memory, storageOf } from "./progress-store.js";

/**
 * Addresses count from the start of the site. Lessons are called `<course>/<lesson>`.
 * @typedef {{ id: string, aliases: string[], title: string, url: string }} Known
 * @typedef {Known & { number: number }} KnownLesson
 */

/**
 * @typedef {object} AboutCourse
 * @property {string} id
 * @property {string} title
 * @property {string} version
 * @property {string} url
 * @property {KnownLesson[]} lessons
 * @property {Known[]} exercises
 * @property {{ id: string, aliases: string[] }[]} quizzes
 * @property {boolean} certificate
 */

/**
 * @typedef {object} About
 * @property {string} forum
 * @property {1} version
 * @property {string} root  from the page to the start of the site
 * @property {string} title
 * @property {string} url
 * @property {AboutCourse | null} course
 * @property {KnownLesson | null} lesson
 * @property {string} contact
 * @property {string} catalogue  address of what is known of all courses, or ""
 */

/** @typedef {{ about: About, memory: Memory }} Here */

/** @param {Document} from @returns {About | null} */
export function readAbout(from) {
  const text = from.getElementById("forum-about")?.textContent;
  return text ? JSON.parse(text) : null;
}

/**
 * All names of a thing, today's first.
 * @param {{ id: string, aliases: readonly string[] }} known
 */
export function namesOf({ id, aliases }) {
  return [id, ...aliases];
}

/** @param {Window} view */
export function rememberHere(view) {
  const about = readAbout(view.document);
  if (!about) return null;
  const memory = new Memory({ storage: storageOf(view), forum: about.forum });
  view.addEventListener("storage", ({ key }) => memory.changedElsewhere(key));
  // A page that comes back by "Zurück" has slept meanwhile and has not heard of changes.
  view.addEventListener("pageshow", ({ persisted }) => persisted && memory.changedElsewhere(null));
  return { about, memory };
}
