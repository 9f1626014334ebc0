# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: `.dt.days` schneidet die Stunden ab.
# Rückmeldung: Bei Ihnen fallen die Stunden weg: `mehr_tage` rechnet mit ganzen Tagen.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

pruefungen = protokoll[protokoll["Aktivität"] == "Anmeldung prüfen"]
runden = pruefungen["Fall"].value_counts()
zurueck = runden[runden > 1].index

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]).dt.days
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].median() - tage[~geht_zurueck].median()
