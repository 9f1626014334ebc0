# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Tage mit Lücken werden gezählt, aber nicht aussortiert.
# Rückmeldung: In `heisse_tage` zählen Tage mit Lücken mit.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "count"])

luecken = (tage["count"] < 8).sum()
heisse_tage = (tage["max"] >= 30).sum()
tropennaechte = (tage["min"] >= 20).sum()

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
