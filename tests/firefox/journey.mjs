// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A learner's journey in Firefox, over WebDriver BiDi. In, as JSON on standard input: a `Task`. Out, as JSON: a
 * `Told`, for tests/browser/test_firefox.py to judge. Fails with the step that never happened.
 *
 * Waiting is always for what a reader sees: `until` asks the page again and again.
 */
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";

/** @import { Page } from "puppeteer-core" */

/**
 * @typedef {object} Task
 * @property {string} firefox path of the browser
 * @property {string} url the page with the exercise
 * @property {string} exercise its id
 * @property {string} wrong code that does not solve it
 * @property {string} right code that does
 * @property {number} patience milliseconds that a step may take
 */

/**
 * @typedef {object} Told
 * @property {string} browser name and version
 * @property {string} output what a run printed
 * @property {string} wrong the feedback to the wrong answer
 * @property {string} right the feedback to the right one
 * @property {string[]} announced what a screen reader was told at the end
 * @property {string[]} parts what came after the exercise: a question, progress
 * @property {string[]} requests every address asked for
 * @property {string[]} errors of the page
 * @property {number} cookies
 * @property {number} stored entries in the stores of the browser before anybody asked for one
 */

/** What Firefox does of its own accord and a closed network would show as a fault. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.auto": false,
  "app.update.enabled": false,
  "browser.discovery.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.ping-centre.telemetry": false,
  "browser.region.network.url": "",
  "browser.region.update.enabled": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.search.update": false,
  "browser.startup.page": 0,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.enabled": false,
  "extensions.blocklist.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "geo.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "network.predictor.enabled": false,
  "network.proxy.type": 0,
  "network.trr.mode": 5,
  "security.OCSP.enabled": 0,
  "services.settings.server": "http://127.0.0.1:9/closed",
  "signon.rememberSignons": false,
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "",
  "toolkit.telemetry.unified": false,
};

/** @param {Task} task @returns {Promise<Told>} */
async function travel(task) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: task.firefox,
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    timeout: task.patience,
    protocolTimeout: task.patience,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(task.patience);
    const seen = watch(page);
    await page.goto(task.url, { waitUntil: "load", timeout: task.patience });
    const tried = new Exercise(page, task);
    const told = {
      browser: await browser.version(),
      ...(await practise(tried, task)),
      announced: await page.$$eval("#forum-announcements", (places) => places.map((place) => place.textContent)),
      ...(await stores(page)),
      parts: [...(await quiz(page, task)), ...(await progress(page, task))],
    };
    return { ...told, ...seen };
  } finally {
    await browser.close();
  }
}

/** @param {Page} page */
function watch(page) {
  const seen = { requests: /** @type {string[]} */ ([]), errors: /** @type {string[]} */ ([]) };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) seen.errors.push(message.text());
  });
  return seen;
}

/**
 * Run, be wrong, solve.
 * @param {Exercise} tried
 * @param {Task} task
 */
async function practise(tried, task) {
  await tried.open();
  await tried.write(task.wrong);
  await tried.press("Ausführen");
  const output = await tried.shown(".forum-cell__output", (text) => text.includes("1"));
  await tried.press("Prüfen");
  const wrong = await tried.shown(".forum-feedback", (text) => text.includes("Noch nicht gelöst"));
  await tried.write(task.right);
  await tried.press("Prüfen");
  const right = await tried.shown(".forum-feedback", (text) => text.includes("Rückmeldung: Gelöst"));
  return { output, wrong, right };
}

/** An exercise in the page, as a learner uses it. */
class Exercise {
  /** @param {Page} page @param {Task} task */
  constructor(page, task) {
    this.page = page;
    this.task = task;
    this.place = `#uebung-${task.exercise}`;
  }

  /** Come near, as a reader does: the editor opens and Python starts. */
  async open() {
    await this.page.$eval(this.place, (element) => element.scrollIntoView());
    await until(`the editor of ${this.place}`, this.task, () => this.page.$(`${this.place} >>> .cm-content`));
  }

  /** Replace the whole code by typing. @param {string} code */
  async write(code) {
    const editor = await this.page.$(`${this.place} >>> .cm-content`);
    await editor?.click();
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("a");
    await this.page.keyboard.up("Control");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(code);
  }

  /** @param {string} name */
  async press(name) {
    await press(this.page, this.task, this.place, name);
    await until(`the end of ${name}`, this.task, () =>
      this.page.$eval(this.place, (element) => !element.querySelector("button[aria-disabled=true]")),
    );
  }

  /**
   * The text of a part, once it is what is expected.
   * @param {string} part
   * @param {(text: string) => boolean} expected
   */
  async shown(part, expected) {
    const text = () => this.page.$eval(`${this.place} ${part}`, (element) => /** @type {HTMLElement} */ (element).innerText);
    await until(`the text of ${part}`, this.task, async () => expected(await text()), text);
    return text();
  }
}

/**
 * Click the button of this name inside of an element.
 * @param {Page} page
 * @param {Task} task
 * @param {string} place
 * @param {string} name
 */
async function press(page, task, place, name) {
  const found = await until(`the button ${name}`, task, async () => {
    for (const one of await page.$$(`${place} button`)) {
      const fits = await one.evaluate(
        (element, wanted) => element.checkVisibility() && element.textContent?.trim() === wanted,
        name,
      );
      if (fits) return one;
    }
    return null;
  });
  await found.click();
}

/**
 * Ask again until the answer is something; gives it.
 * @template Answer
 * @param {string} what
 * @param {Task} task
 * @param {() => Promise<Answer>} ask
 * @param {() => Promise<string>} [last] what is there instead, for the message
 * @returns {Promise<NonNullable<Answer>>}
 */
async function until(what, task, ask, last) {
  const end = Date.now() + task.patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what} never came${last ? `; there is: ${await last()}` : ""}`);
    await pause(100);
  }
}

/** @param {Page} page */
async function stores(page) {
  const stored = await page.evaluate(
    async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
  );
  return { stored, cookies: (await page.cookies()).length };
}

/**
 * A quiz with radio buttons gets its right answer and says so.
 * @param {Page} page
 * @param {Task} task
 */
async function quiz(page, task) {
  const element = await page.$("forum-quiz:has(input[type=radio])");
  if (!element) throw new Error("the page has no question to choose from");
  const place = `#${await element.evaluate((one) => one.id)}`;
  /** @type {{ right: boolean }[]} */
  const options = JSON.parse(await element.evaluate((one) => one.getAttribute("data-config") ?? "")).options;
  const answers = await page.$$(`${place} input[type=radio]`);
  await answers[options.findIndex(({ right }) => right)]?.click();
  await press(page, task, place, "Antwort prüfen");
  const text = () => element.evaluate((one) => /** @type {HTMLElement} */ (one).innerText);
  await until("the feedback of the quiz", task, async () => (await text()).includes("Rückmeldung: Richtig"), text);
  return ["quiz"];
}

/**
 * After „Fortschritt merken“, and only then, something is stored; when the page is opened anew it knows what was done.
 * @param {Page} page
 * @param {Task} task
 */
async function progress(page, task) {
  await press(page, task, "body", "Fortschritt merken");
  await until("the stored progress", task, () => page.evaluate(() => localStorage.length > 0));
  await page.reload({ waitUntil: "load", timeout: task.patience });
  const text = () => page.$eval("main", (main) => /** @type {HTMLElement} */ (main).innerText);
  await until("the own code", task, async () => (await text()).includes("ist wieder da"), text);
  await until("the mark of the lesson", task, () => page.$(".forum-lessons .forum-mark"));
  const kinds = await page.evaluate(() => Object.keys(localStorage).map((key) => key.split(":")[3] ?? ""));
  return ["progress", ...new Set(kinds.sort())];
}

const told = await travel(JSON.parse(await text(process.stdin)));
console.log(JSON.stringify(told));
