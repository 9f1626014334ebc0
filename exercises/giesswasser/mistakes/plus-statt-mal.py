# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Bäume und Liter werden zusammengezählt statt malgenommen.
# Rückmeldung: In `liter_muehlweg` haben Sie Bäume und Liter zusammengezählt.
liter_muehlweg = baeume_muehlweg + liter_je_baum
liter_rosenweg = baeume_rosenweg + liter_je_baum

fahrten_muehlweg = math.ceil(liter_muehlweg / fass)
fahrten_rosenweg = math.ceil(liter_rosenweg / fass)
