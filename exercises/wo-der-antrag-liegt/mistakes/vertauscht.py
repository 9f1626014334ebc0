# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Schritt danach steht vorn.
# Rückmeldung: In `laengster` sind die beiden Schritte vertauscht.
gruppen = protokoll.groupby("Fall")
protokoll["Danach"] = gruppen["Aktivität"].shift(-1)
pause = gruppen["Zeit"].shift(-1) - protokoll["Zeit"]
protokoll["Tage"] = pause / pd.Timedelta(days=1)

paare = protokoll.groupby(["Danach", "Aktivität"])
tabelle = paare["Tage"].agg(["median", "count", "sum"])
haeufig = tabelle[tabelle["count"] >= 10]
laengster = haeufig["median"].idxmax()
median_tage = haeufig["median"].max()
meiste_zeit = tabelle["sum"].idxmax()
