# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Tag der Änderung zählt zu vorher.
# Rückmeldung: In `quote_vorher` liegt der Tag der Änderung auf der falschen Seite.
tage["Tag"] = pd.to_datetime(tage["Tag"], dayfirst=True)
fair = tage[tage["Tag"].dt.dayofweek < 5]
fair = fair[fair["Hinweis"] != "Störung"]

vorher = fair[fair["Tag"] <= umstellung]
nachher = fair[fair["Tag"] > umstellung]

alle = vorher["Begonnen"].sum()
quote_vorher = vorher["Abgesendet"].sum() / alle * 100

alle = nachher["Begonnen"].sum()
quote_nachher = nachher["Abgesendet"].sum() / alle * 100

unterschied = quote_nachher - quote_vorher
