# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Bild hat keinen Titel und keine Einheit.
# Rückmeldung: Ihrem Bild fehlt der Titel.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "count"])

luecken = (tage["count"] < 8).sum()

voll = tage[tage["count"] == 8]
heisse_tage = (voll["max"] >= 30).sum()
tropennaechte = (voll["min"] >= 20).sum()

voll["max"].plot()
