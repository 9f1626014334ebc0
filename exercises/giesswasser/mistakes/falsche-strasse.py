# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeile wurde kopiert, der Name der Straße aber nicht getauscht.
# Rückmeldung: In `liter_rosenweg` steht das Wasser für den Mühlweg.
liter_muehlweg = baeume_muehlweg * liter_je_baum
liter_rosenweg = baeume_muehlweg * liter_je_baum

fahrten_muehlweg = math.ceil(liter_muehlweg / fass)
fahrten_rosenweg = math.ceil(liter_rosenweg / fass)
