# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Es wird abgerundet und immer eine Fahrt dazugezählt, auch wenn es genau aufgeht.
# Rückmeldung: Für den Rosenweg ist eine Fahrt zu viel geplant.
liter_muehlweg = baeume_muehlweg * liter_je_baum
liter_rosenweg = baeume_rosenweg * liter_je_baum

fahrten_muehlweg = liter_muehlweg // fass + 1
fahrten_rosenweg = liter_rosenweg // fass + 1
