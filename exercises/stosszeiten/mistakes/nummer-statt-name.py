# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Nummer des Wochentags ist nicht in den Namen übersetzt.
# Rückmeldung: In `spitzentag` steht eine Zahl. Gesucht ist der Name des Tages.
zeit = pd.to_datetime(tickets["Ankunft"], dayfirst=True)
tickets["Stunde"] = zeit.dt.hour
tickets["Datum"] = zeit.dt.date
tickets["Tag"] = zeit.dt.dayofweek

je_stunde = tickets.groupby("Stunde").size()
spitzenstunde = je_stunde.idxmax()

stapel = tickets.groupby("Tag")
besuche = stapel.size()
tage = stapel["Datum"].nunique()
je_tag = besuche / tage
spitzentag = je_tag.idxmax()
andrang = je_tag.max()
