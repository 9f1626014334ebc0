// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Reads the first sheet of an Excel file: a bundle of its own that is loaded when somebody may need it.
 *
 * The archive is unpacked here and handed over packed without compression: for compressed parts the library would start
 * workers from blob: addresses, which the site's policy forbids. It also limits what a small file may grow to.
 */

import { unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";

/** Bytes that the sheets of a file may have when unpacked. */
const LARGEST = 100_000_000;

/**
 * @param {ArrayBuffer} file
 * @returns {Promise<readonly (readonly unknown[])[]>} rejects when this is no Excel file
 */
export async function readFirstSheet(file) {
  let total = 0;
  const parts = unzipSync(new Uint8Array(file), {
    filter: ({ name, originalSize }) => {
      const wanted = name.endsWith(".xml") || name.endsWith(".rels");
      total += wanted ? originalSize : 0;
      if (total > LARGEST) throw new Error("too large when unpacked");
      return wanted;
    },
  });
  const stored = zipSync(parts, { level: 0 });
  return readSheet(stored.slice().buffer, { trim: false });
}
