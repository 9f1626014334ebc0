// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The catalogue of all courses (site/catalogue.py writes it): its form, and how a page gets it. */

/** @typedef {{ id: string, aliases: string[], title: string, url: string }} Item */

/**
 * @typedef {object} Course
 * @property {string} id
 * @property {string[]} aliases
 * @property {string} title
 * @property {string} version
 * @property {string} stand  as 2026-11-22
 * @property {string} url
 * @property {number} minutes
 * @property {number} hours  rounded to halves
 * @property {{ code: string, text: string }[]} competences
 * @property {{ lessons: number, exercises: number, quizzes: number } | null} certificate  how many it takes
 * @property {string} digest  of what a certificate states
 * @property {Item[]} lessons
 * @property {Item[]} exercises
 * @property {Item[]} quizzes
 */

/** @typedef {{ format: number, forum: string, digcomp: string, courses: Course[] }} Catalogue */

/**
 * Rejects when the file cannot be had.
 * @param {string} address
 * @returns {Promise<Catalogue>}
 */
export async function fetchCatalogue(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * The course with this id, also with one that it had before.
 * @param {Catalogue} catalogue
 * @param {string} id
 */
export function courseOf({ courses }, id) {
  return courses.find((course) => course.id === id) ?? courses.find((course) => course.aliases.includes(id)) ?? null;
}
