# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Verglichen ist die Anzahl der Anträge statt der Quote.
# Rückmeldung: `quote_vorher` ist eine Anzahl. Die Zeiträume sind aber verschieden lang.
tage["Tag"] = pd.to_datetime(tage["Tag"], dayfirst=True)
fair = tage[tage["Tag"].dt.dayofweek < 5]
fair = fair[fair["Hinweis"] != "Störung"]

vorher = fair[fair["Tag"] < umstellung]
nachher = fair[fair["Tag"] >= umstellung]

quote_vorher = vorher["Abgesendet"].sum()
quote_nachher = nachher["Abgesendet"].sum()

unterschied = quote_nachher - quote_vorher
