# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shows the site while it is written: builds what is needed, reloads the page, shows faults where they are.

`session` watches and builds, `board` holds what requests are answered with, `places` knows which page shows a fault,
`bundle` the scripts and styles. `page.js` and `page.css` are added to every page, and never to a build.
"""
