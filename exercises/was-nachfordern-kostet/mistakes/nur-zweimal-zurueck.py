# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Grenze liegt zu hoch.
# Rückmeldung: In `zurueck` fehlen die Fälle, die genau einmal zurückgehen.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

pruefungen = protokoll[protokoll["Aktivität"] == "Anmeldung prüfen"]
runden = pruefungen["Fall"].value_counts()
zurueck = runden[runden > 2].index

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]) / pd.Timedelta(days=1)
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].median() - tage[~geht_zurueck].median()
