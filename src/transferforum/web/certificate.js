// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The entry of the two pages about certificates; only they load it. */

import { prepareAnnouncements } from "./announce.js";
import { ForumCertificateCheck } from "./certificate-check.js";
import { ForumCertificate } from "./certificate-page.js";

prepareAnnouncements();
customElements.define("forum-certificate", ForumCertificate);
customElements.define("forum-certificate-check", ForumCertificateCheck);
