# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Tonnen mit genau 240 Litern zählen nicht mit.
# Rückmeldung: Tonnen mit genau 240 Litern fehlen noch.
liter = 0
grosse = 0
for zeile in zeilen:
    groesse = int(zeile["Größe"])
    anzahl = int(zeile["Anzahl"])
    liter = liter + groesse * anzahl
    if groesse > 240:
        grosse = grosse + anzahl
