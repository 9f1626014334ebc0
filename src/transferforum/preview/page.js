// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Added to every page of a preview: waits for news, loads the page again when it is another, and shows faults where
 * they are. Never part of a build.
 */

/**
 * @typedef {{ id: string, place: string, code: string, message: string, cure: string, warning: boolean, page: string,
 *   spots?: [string, number][] }} Fault
 * @typedef {{ state: string, page: string, style: string, here: Fault[], listed: Fault[], faults: number,
 *   hints: number }} News
 */

const AGAIN = 1000;
const OWN = "/__forum/";
const own = /** @type {HTMLElement} */ (document.querySelector("script[data-mark]"));
const page = own.dataset["page"] ?? "";
const bar = document.body.appendChild(element("section", { class: "forum-preview-bar", "aria-label": "Vorschau" }));
const status = bar.appendChild(element("p", { role: "status" }));
const list = bar.appendChild(element("details", {}));
let style = own.dataset["style"] ?? "";
let sought = location.hash;

await follow();

export {};

async function follow() {
  let known = "";
  for (;;) {
    try {
      const question = new URLSearchParams({ page, known });
      const reply = await fetch(`${OWN}news?${question}`);
      const news = /** @type {News} */ (await reply.json());
      if (news.page !== own.dataset["mark"]) {
        location.reload();
        return;
      }
      if (news.style !== style) changeStyle(news.style);
      if (news.state !== known) show(news);
      known = news.state;
    } catch {
      say("Die Vorschau antwortet nicht. Läuft `forum preview` noch?");
      known = "";
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}

/**
 * A new style comes without loading the page again: what was typed stays.
 * @param {string} next
 */
function changeStyle(next) {
  style = next;
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    const href = new URL(/** @type {HTMLLinkElement} */ (link).href);
    if (href.pathname.startsWith(OWN)) continue;
    href.searchParams.set("stand", next);
    const fresh = /** @type {HTMLLinkElement} */ (link.cloneNode());
    fresh.addEventListener("load", () => link.remove());
    fresh.href = href.href;
    link.after(fresh);
  }
}

/** @param {News} news */
function show(news) {
  for (const box of document.querySelectorAll(".forum-preview-faults")) box.remove();
  /** @type {Map<Element, Fault[]>} */
  const places = new Map();
  for (const fault of news.here) {
    const place = placeOf(fault);
    places.set(place, [...(places.get(place) ?? []), fault]);
  }
  for (const [place, faults] of places) put(place, faults);
  const here = news.here.filter(({ warning }) => !warning).length;
  say(news.faults ? `${faultsOf(news.faults)} im Forum, ${here || "keiner"} auf dieser Seite.` : "Keine Fehler im Forum.");
  list.hidden = !news.listed.length;
  const count = news.faults + news.hints;
  const rest = count - news.listed.length;
  list.replaceChildren(
    element("summary", {}, news.hints ? `Alle zeigen (dazu ${hintsOf(news.hints)})` : "Alle zeigen"),
    element("ul", {}, ...news.listed.map(entry), ...(rest > 0 ? [element("li", {}, `und ${rest} weitere`)] : [])),
  );
  bar.classList.toggle("forum-preview-bar--faults", news.faults > 0);
  if (sought.startsWith("#fehler-")) document.getElementById(sought.slice(1))?.scrollIntoView({ block: "center" });
  sought = "";
}

/** @param {string} text */
function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** @param {number} count */
function faultsOf(count) {
  return count === 1 ? "Ein Fehler" : `${count} Fehler`;
}

/** @param {number} count */
function hintsOf(count) {
  return count === 1 ? "ein Hinweis" : `${count} Hinweise`;
}

/** @param {Fault} fault */
function entry(fault) {
  const text = [`${fault.place}: `, ...marked(fault.message)];
  if (!fault.page) return element("li", {}, ...text);
  return element("li", {}, element("a", { href: `/${encodeURI(fault.page)}#fehler-${fault.id}` }, ...text));
}

/**
 * The element before or around which a fault is shown: the last one that begins at its line or before it in the file.
 * @param {Fault} fault
 * @returns {Element}
 */
function placeOf(fault) {
  const lined = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main [data-forum-line]")]);
  for (const [file, line] of fault.spots ?? []) {
    let found = null;
    let nearest = 0;
    for (const each of lined) {
      const [, name, number] = each.dataset["forumLine"]?.match(/^(.*):(\d+)$/) ?? [];
      if (name === file && Number(number) <= line && Number(number) >= nearest) {
        found = each;
        nearest = Number(number);
      }
    }
    if (found) return found;
  }
  return document.querySelector("main h1") ?? document.querySelector("main") ?? document.body;
}

/**
 * @param {Element} place
 * @param {Fault[]} faults
 */
function put(place, faults) {
  const several = faults.map((fault) => element("li", { id: `fehler-${fault.id}` }, ...words(fault)));
  const hints = faults.every(({ warning }) => warning);
  const box = element(
    "section",
    { class: `forum-preview-faults${hints ? " forum-preview-faults--hints" : ""}`, "aria-label": "Fehler an dieser Stelle" },
    element("p", { role: "heading", "aria-level": "2", class: "forum-preview-faults__title" }, title(faults.length, hints)),
    element("ul", {}, ...several),
  );
  const heading = place.matches("section") ? place.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)") : null;
  if (heading) heading.after(box);
  else if (place.matches("main, body")) place.prepend(box);
  else if (place.matches("forum-exercise, forum-quiz, section, .forum-text > div")) place.before(box);
  else outOfLists(place).after(box);
}

/**
 * @param {number} count
 * @param {boolean} hints
 */
function title(count, hints) {
  if (hints) return count === 1 ? "Hinweis" : `${count} Hinweise`;
  return count === 1 ? "Fehler" : `${count} Fehler`;
}

/**
 * A box does not belong between the entries of a list or the cells of a table.
 * @param {Element} place
 * @returns {Element}
 */
function outOfLists(place) {
  const outer = place.parentElement?.closest("main :is(ul, ol, dl, table, p, pre, figure, nav, .forum-table)");
  return outer ? outOfLists(outer) : place;
}

/** @param {Fault} fault */
function words({ message, cure, place, code }) {
  return [
    element("p", {}, ...marked(message)),
    element("p", {}, element("strong", {}, "So beheben Sie es: "), ...marked(cure)),
    element("p", { class: "forum-preview-faults__place" }, element("code", {}, place), " ", element("code", {}, `[${code}]`)),
  ];
}

/**
 * What stands between backticks is code.
 * @param {string} text
 */
function marked(text) {
  return text.split(/`([^`]+)`/).map((part, number) => (number % 2 ? element("code", {}, part) : part));
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
