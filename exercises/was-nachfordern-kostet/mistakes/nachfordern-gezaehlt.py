# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Jeder Fall mit einer Nachforderung gilt als Rücksprung.
# Rückmeldung: Sie nehmen alle Fälle mit `Angaben nachfordern`. Nicht jeder davon geht zurück.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

gefragt = protokoll[protokoll["Aktivität"] == "Angaben nachfordern"]
zurueck = gefragt["Fall"].unique()

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]) / pd.Timedelta(days=1)
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].median() - tage[~geht_zurueck].median()
