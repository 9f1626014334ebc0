# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Quoten der Tage sind gemittelt.
# Rückmeldung: `quote_vorher` ist der Mittelwert der Tagesquoten. So zählt ein ruhiger Tag so viel wie ein voller.
tage["Tag"] = pd.to_datetime(tage["Tag"], dayfirst=True)
fair = tage[tage["Tag"].dt.dayofweek < 5]
fair = fair[fair["Hinweis"] != "Störung"]

vorher = fair[fair["Tag"] < umstellung]
nachher = fair[fair["Tag"] >= umstellung]

quoten = vorher["Abgesendet"] / vorher["Begonnen"]
quote_vorher = quoten.mean() * 100

quoten = nachher["Abgesendet"] / nachher["Begonnen"]
quote_nachher = quoten.mean() * 100

unterschied = quote_nachher - quote_vorher
