# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Beim Platz fehlt die Anzahl der Tonnen.
# Rückmeldung: In `liter` zählt jede Zeile nur eine Tonne.
liter = 0
grosse = 0
for zeile in zeilen:
    groesse = int(zeile["Größe"])
    liter = liter + groesse
    if groesse >= 240:
        grosse = grosse + int(zeile["Anzahl"])
