# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Schritte stehen nach dem Alphabet. Verschiedene Folgen sehen gleich aus.
# Rückmeldung: Wege mit denselben Schritten in anderer Folge zählen bei Ihnen als eine Variante.
protokoll["Zeit"] = pd.to_datetime(protokoll["Zeit"], dayfirst=True)
protokoll = protokoll.sort_values(["Fall", "Zeit"], kind="stable")
wege = protokoll.groupby("Fall")["Aktivität"].agg(" > ".join)
wege = wege[wege.str.endswith("Marke verschicken")]
wege = wege.str.split(" > ").apply(sorted).str.join(" > ")
haeufigkeiten = wege.value_counts()
anzahl_varianten = len(haeufigkeiten)
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum() * 100
