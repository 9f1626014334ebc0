# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Fälle, die noch laufen, zählen mit.
# Rückmeldung: Sie zählen auch Fälle, die noch laufen. Sie sehen wie eigene Varianten aus.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)
protokoll = protokoll.sort_values(["Fall", "Zeit"], kind="stable")
wege = protokoll.groupby("Fall")["Aktivität"].agg(" > ".join)
haeufigkeiten = wege.value_counts()
anzahl_varianten = len(haeufigkeiten)
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum() * 100
