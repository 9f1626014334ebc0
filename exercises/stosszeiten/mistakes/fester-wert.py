# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Stunde, Tag und Andrang sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek.map(namen)

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = 11

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].nunique()
je_tag = besuche / tage
spitzentag = "Donnerstag"
andrang = 37.333
