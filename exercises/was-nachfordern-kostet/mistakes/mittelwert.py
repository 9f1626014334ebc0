# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Verglichen werden Mittelwerte.
# Rückmeldung: Sie vergleichen Mittelwerte.
#   Ein Fall, der monatelang liegen blieb, zieht den Mittelwert nach oben.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

pruefungen = protokoll[protokoll["Aktivität"] == "Anmeldung prüfen"]
runden = pruefungen["Fall"].value_counts()
zurueck = runden[runden > 1].index

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]) / pd.Timedelta(days=1)
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].mean() - tage[~geht_zurueck].mean()
