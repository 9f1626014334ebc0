# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Tag mit der Störung zählt mit.
# Rückmeldung: In `quote_nachher` zählt der Tag mit der Störung mit. Da kamen nur 4 Anträge an.
tage["Tag"] = pd.to_datetime(tage["Tag"], dayfirst=True)
fair = tage[tage["Tag"].dt.dayofweek < 5]

vorher = fair[fair["Tag"] < umstellung]
nachher = fair[fair["Tag"] >= umstellung]

alle = vorher["Begonnen"].sum()
quote_vorher = vorher["Abgesendet"].sum() / alle * 100

alle = nachher["Begonnen"].sum()
quote_nachher = nachher["Abgesendet"].sum() / alle * 100

unterschied = quote_nachher - quote_vorher
