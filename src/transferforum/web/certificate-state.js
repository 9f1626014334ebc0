// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a learner has done of a course, by what is remembered, and whether it is enough. Nothing is ever written here. */

/** @import { Course, Item } from "./certificate-catalogue.js" */
/** @import { Memory } from "./progress-store.js" */

/** @typedef {{ memory: boolean, lesson: Set<string>, exercise: Set<string>, quiz: Set<string> }} Done */

/** @typedef {"lessons" | "exercises" | "quizzes"} Kind */

/**
 * One condition of a certificate, and what is not done yet.
 * @typedef {{ kind: Kind, done: number, all: number, needed: number, missing: Item[] }} Condition
 */

/** @type {readonly Kind[]} */
const KINDS = ["lessons", "exercises", "quizzes"];

/**
 * @param {Memory} memory
 * @returns {Done}
 */
export function readDone(memory) {
  const { lesson, exercise, quiz } = memory.all();
  const ids = (/** @type {object} */ items) => new Set(Object.keys(items));
  return { memory: memory.on, lesson: ids(lesson), exercise: ids(exercise), quiz: ids(quiz) };
}

/**
 * How far a learner is with each condition of a certificate; what a course does not have is no condition.
 * @param {Course} course
 * @param {Done} done
 * @returns {Condition[]}
 */
export function conditions(course, done) {
  const courses = [course.id, ...course.aliases];
  /** @type {Record<Kind, (id: string) => boolean>} */
  const known = {
    lessons: (id) => courses.some((each) => done.lesson.has(`${each}/${id}`)),
    exercises: (id) => done.exercise.has(id),
    quizzes: (id) => done.quiz.has(id),
  };
  return KINDS.filter((kind) => course[kind].length > 0).map((kind) => {
    const missing = course[kind].filter(({ id, aliases }) => ![id, ...aliases].some(known[kind]));
    const all = course[kind].length;
    return { kind, done: all - missing.length, all, needed: course.certificate?.[kind] ?? 0, missing };
  });
}

/** @param {readonly Condition[]} found */
export function enough(found) {
  return found.every(({ done, needed }) => done >= needed);
}

/**
 * What a certificate says was done.
 * @param {readonly Condition[]} found
 * @returns {Record<Kind, number>}
 */
export function amounts(found) {
  const of = (/** @type {Kind} */ kind) => found.find((one) => one.kind === kind)?.done ?? 0;
  return { lessons: of("lessons"), exercises: of("exercises"), quizzes: of("quizzes") };
}
