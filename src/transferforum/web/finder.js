// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The entry of the page "Kurse und Übungen finden"; only it loads this. */

import { prepareAnnouncements } from "./announce.js";
import { ForumFinder } from "./finder-element.js";

prepareAnnouncements();
customElements.define("forum-finder", ForumFinder);
