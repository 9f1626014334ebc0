# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gezählt sind die Schritte, nicht die Wege.
# Rückmeldung: Sie zählen einzelne Schritte. Gesucht sind ganze Wege.
haeufigkeiten = protokoll["Aktivität"].value_counts()
anzahl_varianten = len(haeufigkeiten)
anteil = haeufigkeiten.iloc[0] / haeufigkeiten.sum() * 100
