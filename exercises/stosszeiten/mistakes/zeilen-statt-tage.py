# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: count zählt die Zeilen, nicht die verschiedenen Tage.
# Rückmeldung: In `je_tag` steht überall 1: Sie teilen die Besuche durch die Besuche.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek.map(namen)

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = je_stunde.idxmax()

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].count()
je_tag = besuche / tage
spitzentag = je_tag.idxmax()
andrang = je_tag.max()
