# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: "30 Grad oder mehr" ist als "mehr als 30 Grad" gerechnet.
# Rückmeldung: In `heisse_tage` fehlen die Tage mit genau 30 Grad.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "count"])

luecken = (tage["count"] < 8).sum()

voll = tage[tage["count"] == 8]
heisse_tage = (voll["max"] > 30).sum()
tropennaechte = (voll["min"] > 20).sum()

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
