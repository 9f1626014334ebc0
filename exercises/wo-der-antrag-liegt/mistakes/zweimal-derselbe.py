# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Lang und häufig werden verwechselt.
# Rückmeldung: `meiste_zeit` nennt denselben Übergang wie `laengster`. Er ist lang, aber selten.
gruppen = protokoll.groupby("Fall")
protokoll["Davor"] = gruppen["Aktivität"].shift(1)
pause = protokoll["Zeit"] - gruppen["Zeit"].shift(1)
protokoll["Tage"] = pause / pd.Timedelta(days=1)

paare = protokoll.groupby(["Davor", "Aktivität"])
tabelle = paare["Tage"].agg(["median", "mean", "max", "count", "sum"])

haeufig = tabelle[tabelle["count"] >= 10]
laengster = haeufig["median"].idxmax()
median_tage = haeufig["median"].max()
meiste_zeit = laengster
