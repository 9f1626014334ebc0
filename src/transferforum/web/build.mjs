// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Bundles what the browser loads into a folder, with a digest in every name, and lists the names in manifest.json.
 *
 *     node src/transferforum/web/build.mjs [folder]      (default: build/web)
 */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build as bundle } from "esbuild";

/** @import { Metafile } from "esbuild" */

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ENTRIES = ["main.js", "certificate.js", "editor.js", "finder.js", "search.js", "sheet.js", "worker.js"];
/** Where the styles come from: css.mjs takes rules and fonts out of it. */
const STYLES = "node_modules/@kern-ux/native";

/**
 * @param {string} outdir is emptied first
 * @returns {Promise<Record<string, string>>} file names by plain name: {"main": "main.<digest>.js", ...}
 */
export async function build(outdir) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { metafile } = await bundle({
    entryPoints: ENTRIES.map((name) => path.join(HERE, name)),
    outdir,
    entryNames: "[name].[hash]",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    metafile: true,
    logLevel: "warning",
  });
  const manifest = { ...bundleNames(metafile), ...(await writeLicences(metafile, outdir)), ...(await buildStyles(outdir)) };
  const sorted = Object.fromEntries(Object.entries(manifest).sort());
  await writeFile(path.join(outdir, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
  return sorted;
}

/** @param {Metafile} metafile */
function bundleNames(metafile) {
  const outputs = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint);
  return Object.fromEntries(outputs.map(([file, { entryPoint }]) => [path.basename(entryPoint ?? "", ".js"), path.basename(file)]));
}

/**
 * The licences of the packages in the bundles and styles travel with them.
 * @param {Metafile} metafile
 * @param {string} outdir
 */
async function writeLicences(metafile, outdir) {
  const bundled = Object.keys(metafile.inputs).map(packageFolder).filter((folder) => folder !== null);
  const folders = new Set([STYLES, ...bundled]);
  const texts = await Promise.all([...folders].sort().map(licenceOf));
  const text = texts.join("\n");
  const name = `licenses.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.txt`;
  await writeFile(path.join(outdir, name), text);
  return { "licenses.txt": name };
}

/** @param {string} file */
function packageFolder(file) {
  return file.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? null;
}

/** @param {string} folder */
async function licenceOf(folder) {
  const { name, version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[sc]e/i.test(each));
  if (!file) throw new Error(`no licence text in ${folder}`);
  return `${name} ${version}\n\n${await readFile(path.join(folder, file), "utf8")}`;
}

/**
 * @param {string} outdir
 * @returns {Promise<Record<string, string>>}
 */
async function buildStyles(outdir) {
  const script = path.join(HERE, "css.mjs");
  if (!existsSync(script)) return {};
  const { buildCss } = await import(pathToFileURL(script).href);
  return buildCss(outdir);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outdir = path.resolve(process.argv[2] ?? "build/web");
  console.log(JSON.stringify(await build(outdir), null, 2));
}
