# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: max statt idxmax: Die Zahl der Besuche steht da, nicht die Stunde.
# Rückmeldung: In `spitzenstunde` steht die Zahl der Besuche: 127. Gesucht ist die Stunde.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek.map(namen)

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = je_stunde.max()

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].nunique()
je_tag = besuche / tage
spitzentag = je_tag.idxmax()
andrang = je_tag.max()
