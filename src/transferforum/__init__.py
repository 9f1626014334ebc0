# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Digital Transfer Forum: files are read once into a frozen Forum; site, checks and exports are functions of it."""
