// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Titles for what is remembered: as the courses have them today, else as they were, else the plain id. Things of today
 * also have an address, and a place in the order of the courses.
 */

/** @import { Item, Kind } from "./progress-items.js" */
/** @import { About } from "./progress-page.js" */

/** @typedef {{ title: string, url: string, place: number }} Titled  `url` from the start of the site, or "" */
/** @typedef {(kind: Kind, id: string, item: Item) => Titled} TitleOf */
/** @typedef {{ id: string, aliases?: string[], title: string, url?: string }} Entry */
/** @typedef {Entry & { lessons?: Entry[], exercises?: Entry[], quizzes?: Entry[] }} CatalogueCourse */

/** @type {TitleOf} */
export const storedTitles = (_, id, item) => ({ title: item["title"] || id, url: "", place: Infinity });

/**
 * Fetches the catalogue, where there is one.
 * @param {About} about
 * @returns {Promise<TitleOf>}
 */
export async function titlesOf({ catalogue, root }) {
  if (!catalogue) return storedTitles;
  try {
    const response = await fetch(new URL(catalogue, new URL(root, document.baseURI)));
    return titlesFrom((await response.json()).courses);
  } catch {
    return storedTitles;
  }
}

/**
 * @param {readonly CatalogueCourse[]} courses
 * @returns {TitleOf}
 */
export function titlesFrom(courses) {
  const entries = courses.flatMap(titlesIn);
  const known = new Map(entries.map(([key, { title, url }], place) => [key, { title, url: url ?? "", place }]));
  return (kind, id, item) => known.get(`${SHARED[kind]} ${id}`) ?? storedTitles(kind, id, item);
}

/** Code belongs to an exercise, the last place is a lesson. @type {Record<Kind, string>} */
const SHARED = { lesson: "lesson", place: "lesson", exercise: "exercise", code: "exercise", quiz: "quiz" };

/** @param {CatalogueCourse} course @returns {[string, Entry][]} */
function titlesIn(course) {
  const courses = [course.id, ...(course.aliases ?? [])];
  const whole = (/** @type {string} */ id) => (id.includes("/") ? [id] : courses.map((each) => `${each}/${id}`));
  const names = (/** @type {Entry} */ { id, aliases }) => [id, ...(aliases ?? [])];
  return [
    ...(course.lessons ?? []).flatMap((one) => keyed("lesson", names(one).flatMap(whole), one)),
    ...(course.exercises ?? []).flatMap((one) => keyed("exercise", names(one), one)),
    ...(course.quizzes ?? []).flatMap((one) => keyed("quiz", names(one), one)),
  ];
}

/** @param {string} kind @param {string[]} ids @param {Entry} entry @returns {[string, Entry][]} */
function keyed(kind, ids, entry) {
  return ids.map((id) => [`${kind} ${id}`, entry]);
}
