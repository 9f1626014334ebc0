# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Ein Fall, der zweimal zurückgeht, steht zweimal in der Liste.
# Rückmeldung: In `zurueck` kommen Fälle doppelt vor. Sie zählen Zeilen statt Fälle.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

pruefungen = protokoll[protokoll["Aktivität"] == "Anmeldung prüfen"]
zurueck = pruefungen[pruefungen.duplicated("Fall")]["Fall"]

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]) / pd.Timedelta(days=1)
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].median() - tage[~geht_zurueck].median()
