# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Sehr seltene Übergänge zählen mit.
# Rückmeldung: Von „Angaben nachfordern“ zu „Anmeldung prüfen“ geht es nur 3-mal. Das ist zu selten.
gruppen = protokoll.groupby("Fall")
protokoll["Davor"] = gruppen["Aktivität"].shift(1)
pause = protokoll["Zeit"] - gruppen["Zeit"].shift(1)
protokoll["Tage"] = pause / pd.Timedelta(days=1)

paare = protokoll.groupby(["Davor", "Aktivität"])
tabelle = paare["Tage"].agg(["median", "mean", "max", "count", "sum"])

laengster = tabelle["median"].idxmax()
median_tage = tabelle["median"].max()
meiste_zeit = tabelle["sum"].idxmax()
