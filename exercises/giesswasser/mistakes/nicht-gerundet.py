# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Fahrten sind geteilt, aber nicht gerundet.
# Rückmeldung: `fahrten_muehlweg` ist keine ganze Zahl.
liter_muehlweg = baeume_muehlweg * liter_je_baum
liter_rosenweg = baeume_rosenweg * liter_je_baum

fahrten_muehlweg = liter_muehlweg / fass
fahrten_rosenweg = liter_rosenweg / fass
