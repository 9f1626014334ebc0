# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Jeder doppelte Schritt gilt als Rücksprung, auch eine zweite Zahlung.
# Rückmeldung: Bei Ihnen zählt jeder doppelte Schritt. Zwei Zahlungen sind aber kein Rücksprung.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)

doppelt = protokoll[protokoll.duplicated(["Fall", "Aktivität"])]
zurueck = doppelt["Fall"].unique()

zeiten = protokoll.groupby("Fall")["Zeit"].agg(["min", "max"])
tage = (zeiten["max"] - zeiten["min"]) / pd.Timedelta(days=1)
geht_zurueck = tage.index.isin(zurueck)
mehr_tage = tage[geht_zurueck].median() - tage[~geht_zurueck].median()
