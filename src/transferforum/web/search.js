// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The entry of the page "Suche"; only it loads this. */

import { prepareAnnouncements } from "./announce.js";
import { ForumSearch } from "./search-element.js";

prepareAnnouncements();
customElements.define("forum-search", ForumSearch);
