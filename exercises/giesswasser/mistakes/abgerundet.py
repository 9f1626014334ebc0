# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: round rundet hier ab, der Rest bleibt liegen.
# Rückmeldung: Für den Mühlweg fehlt eine Fahrt: Einige Bäume bekommen kein Wasser.
liter_muehlweg = baeume_muehlweg * liter_je_baum
liter_rosenweg = baeume_rosenweg * liter_je_baum

fahrten_muehlweg = round(liter_muehlweg / fass)
fahrten_rosenweg = round(liter_rosenweg / fass)
