// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Builds the one style sheet of the site. In: KERN, our css/, and fonts.css of the cut fonts (site/fonts.py writes it
 * into the same folder). Out: forum.<digest>.css and the icons it refers to. What no template, module or extension
 * names is taken out, and so are KERN's icons: they are data: URIs, which the Content Security Policy forbids.
 *
 * Alone: node src/transferforum/web/css.mjs build/web
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const here = dirname(fileURLToPath(import.meta.url));
const site = join(here, "../site");

// The oldest browsers we promise: they know :has() and oklch(), but not yet nested rules.
const target = ["chrome111", "firefox121", "safari16.4"];

// Our own style sheets are among the content, so that all of their selectors count as used.
const content = [`${here}/*.js`, `${here}/css/*.css`, `${site}/**/*.html`, `${site}/**/*.py`];

/** Takes the icons out of KERN, and a white that would be invisible in a light high-contrast theme. */
const kern = {
  name: "kern",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /kern\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const iconless = css.replaceAll(/(-webkit-)?mask: url\("data:[^"]*"\)[^;]*;/g, "");
      return { contents: iconless.replaceAll("var(--kern-color-white) !important", "CanvasText !important"), loader: "css" };
    });
  },
};

/**
 * @param {string} outdir also holds the cut fonts
 * @returns {Promise<Record<string, string>>} name in the sources -> name in outdir
 */
export async function buildCss(outdir) {
  await mkdir(outdir, { recursive: true });
  const whole = await bundle(outdir);
  const [purged] = await new PurgeCSS().purge({ content, css: [{ raw: whole }], variables: true, keyframes: true });
  const { code } = await esbuild.transform(purged?.css ?? "", { loader: "css", minify: true, target });
  if (code.includes("data:")) throw new Error("The style sheet still has a data: URI, which the site's policy forbids.");
  const name = `forum.${digest(code)}.css`;
  await writeFile(join(outdir, name), code);
  return { "forum.css": name };
}

/** @param {string} outdir */
async function bundle(outdir) {
  const fonts = resolve(outdir, "fonts.css");
  if (!existsSync(fonts)) console.warn(`No cut fonts in ${outdir}: pages will use the system's font.`);
  const sources = [fonts, join(here, "css/forum.css")].filter(existsSync);
  const result = await esbuild.build({
    stdin: { contents: sources.map((file) => `@import ${JSON.stringify(file)};`).join("\n"), resolveDir: here, loader: "css" },
    bundle: true,
    outdir,
    write: false,
    target,
    external: ["*.woff2"],
    loader: { ".svg": "file" },
    assetNames: "[name].[hash]",
    plugins: [kern],
    logLevel: "warning",
  });
  const files = result.outputFiles;
  const pictures = files.filter(({ path }) => !path.endsWith(".css"));
  await Promise.all(pictures.map(({ path, contents }) => writeFile(path, contents)));
  return files.find(({ path }) => path.endsWith(".css"))?.text ?? "";
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outdir = process.argv[2] ?? "build/web";
  console.log(relative(".", outdir), await buildCss(outdir));
}
