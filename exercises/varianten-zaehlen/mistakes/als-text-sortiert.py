# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeit ist beim Sortieren noch Text.
# Rückmeldung: Ihre Zeiten sind nach dem Alphabet sortiert. Der 01. steht dann vor dem 30. des Vormonats.
protokoll = protokoll.sort_values(["Fall", "Zeit"], kind="stable")
wege = protokoll.groupby("Fall")["Aktivität"].agg(" > ".join)
wege = wege[wege.str.endswith("Marke verschicken")]
haeufigkeiten = wege.value_counts()
anzahl_varianten = len(haeufigkeiten)
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum() * 100
