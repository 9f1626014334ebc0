// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Builds the one style sheet of the site. In: KERN, our css/, and the folder with the cut fonts and their fonts.css
 * (site/fonts.py). Out: forum.<digest>.css, the fonts, the icons. Only what is used is shipped: of
 * KERN the rules whose class names stand in a template, a module or the extension, and of all custom properties those
 * that a rule or a module reads.
 *
 * Alone: node src/transferforum/web/css.mjs build/web build/fonts
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const here = dirname(fileURLToPath(import.meta.url));
const site = join(here, "../site");

// Browsers that know :has() and oklch(); esbuild rewrites the nesting of rules, which they do not all know.
const target = ["chrome111", "firefox121", "safari16.4"];

/**
 * @param {string} outdir
 * @param {string} [fonts] folder with the cut fonts: beside outdir, if nothing else is said
 * @returns {Promise<Record<string, string>>} plain name -> name in outdir
 */
export async function buildCss(outdir, fonts = join(outdir, "../fonts")) {
  await mkdir(outdir, { recursive: true });
  const css = dropUnusedProperties(await bundle(outdir, fonts), await readModules());
  if (css.includes("data:")) throw new Error("The style sheet has a data: address, which the site's policy forbids.");
  const name = `forum.${digest(css)}.css`;
  await writeFile(join(outdir, name), css);
  return { "forum.css": name, "favicon.svg": await copyFavicon(outdir), ...fontsIn(css) };
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/**
 * The sign of the site in the tabs of browsers.
 * @param {string} outdir
 */
async function copyFavicon(outdir) {
  const picture = await readFile(join(here, "css/favicon.svg"), "utf8");
  const name = `favicon.${digest(picture)}.svg`;
  await writeFile(join(outdir, name), picture);
  return name;
}

/**
 * The fonts by their names without digest, for pages that load them early.
 * @param {string} css
 */
function fontsIn(css) {
  const names = [...css.matchAll(/[\w.-]+\.woff2/g)].map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name.replace(/\.\w+\.woff2$/, ".woff2"), name]));
}

/**
 * One style sheet of fonts, KERN and ours; writes the fonts and icons it refers to.
 * @param {string} outdir
 * @param {string} fonts
 */
async function bundle(outdir, fonts) {
  const faces = resolve(fonts, "fonts.css");
  if (!existsSync(faces)) console.warn(`No cut fonts in ${fonts}: pages will use a font of the system.`);
  const sources = [faces, join(here, "css/forum.css")].filter(existsSync);
  const { outputFiles } = await esbuild.build({
    stdin: { contents: sources.map((file) => `@import ${JSON.stringify(file)};`).join(""), resolveDir: here, loader: "css" },
    outdir,
    write: false,
    bundle: true,
    minify: true,
    target,
    loader: { ".svg": "file", ".woff2": "file" },
    assetNames: "[name].[hash]",
    plugins: [kern],
  });
  const others = outputFiles.filter(({ path }) => !path.endsWith(".css"));
  await Promise.all(others.map(({ path, contents }) => writeFile(path, contents)));
  return outputFiles.find(({ path }) => path.endsWith(".css"))?.text ?? "";
}

/**
 * Reads KERN without its icons (data: addresses; ours are in icons.svg) and without what we do not use. Two repairs: the
 * white of icons would be invisible in a light high-contrast theme, and PurgeCSS would take the selector of the rule
 * that hands the tokens to the components for unused.
 * @type {import("esbuild").Plugin}
 */
const kern = {
  name: "kern",
  setup(build) {
    build.onLoad({ filter: /kern\.css$/ }, async ({ path }) => {
      const raw = (await readFile(path, "utf8"))
        .replaceAll(/(-webkit-)?mask: url\("data:[^"]*"\)[^;]*;/g, "")
        .replaceAll("var(--kern-color-white) !important", "CanvasText !important")
        .replace(/:is\(body,[^{]*/, "body ");
      const content = [`${here}/*.js`, `${site}/**/*.html`, `${site}/**/*.py`];
      const [purged] = await new PurgeCSS().purge({ content, css: [{ raw }], keyframes: true, safelist });
      return { contents: purged?.css ?? "", loader: "css" };
    });
  },
};

/** Class names that the modules put together from parts. */
const safelist = [/^kern-btn--(primary|secondary|tertiary)$/, /^kern-alert--(info|success|warning|danger)$/];

/** The text of our modules: the editor reads custom properties of the page. */
async function readModules() {
  const names = (await readdir(here)).filter((name) => name.endsWith(".js"));
  return (await Promise.all(names.map((name) => readFile(join(here, name), "utf8")))).join("\n");
}

const DEFINITION = /(?<=[{;])(--[\w-]+):([^;}]*);?/g;

/**
 * Takes out the custom properties that no rule and no module reads, directly or through others.
 * @param {string} css minified
 * @param {string} modules
 */
function dropUnusedProperties(css, modules) {
  const used = new Set(propertiesIn(css.replaceAll(DEFINITION, "") + modules));
  const definitions = [...css.matchAll(DEFINITION)];
  for (let known = -1; known < used.size; ) {
    known = used.size;
    for (const [, name, value] of definitions) {
      if (used.has(name ?? "")) for (const other of propertiesIn(value ?? "")) used.add(other);
    }
  }
  return css.replaceAll(DEFINITION, (definition, name) => (used.has(name) ? definition : ""));
}

/** @param {string} text */
function propertiesIn(text) {
  return [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? "");
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(await buildCss(process.argv[2] ?? "build/web", process.argv[3]));
}
