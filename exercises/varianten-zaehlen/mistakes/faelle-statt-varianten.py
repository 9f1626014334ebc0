# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Als Zahl der Varianten steht die Zahl der Fälle da.
# Rückmeldung: 107 ist die Zahl der Fälle. Gesucht ist die Zahl der Varianten.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)
protokoll = protokoll.sort_values(["Fall", "Zeit"], kind="stable")
wege = protokoll.groupby("Fall")["Aktivität"].agg(" > ".join)
wege = wege[wege.str.endswith("Marke verschicken")]
haeufigkeiten = wege.value_counts()
anzahl_varianten = haeufigkeiten.sum()
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum() * 100
