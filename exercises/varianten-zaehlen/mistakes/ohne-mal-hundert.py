# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Anteil ist nicht mit 100 malgenommen.
# Rückmeldung: `anteil` ist 0,46. Das ist noch kein Prozentwert.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)
protokoll = protokoll.sort_values(["Fall", "Zeit"], kind="stable")
wege = protokoll.groupby("Fall")["Aktivität"].agg(" > ".join)
wege = wege[wege.str.endswith("Marke verschicken")]
haeufigkeiten = wege.value_counts()
anzahl_varianten = len(haeufigkeiten)
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum()
