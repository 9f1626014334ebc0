# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Wochentag mit der größten Summe, obwohl ein anderer seltener vorkommt.
# Rückmeldung: Montag hat die größte Summe, kommt aber öfter vor als der Tag mit der Schließung.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek.map(namen)

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = je_stunde.idxmax()

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].nunique()
je_tag = besuche / tage
spitzentag = besuche.idxmax()
andrang = je_tag.max()
