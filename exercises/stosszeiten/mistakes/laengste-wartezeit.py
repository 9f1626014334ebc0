# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gesucht wird die Stunde mit der längsten Wartezeit statt der meisten Besuche.
# Rückmeldung: Um 12 Uhr warten die Menschen am längsten. Die meisten kommen zu einer anderen Stunde.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek.map(namen)

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = tickets.groupby("Stunde")["Wartezeit"].mean().idxmax()

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].nunique()
je_tag = besuche / tage
spitzentag = je_tag.idxmax()
andrang = je_tag.max()
