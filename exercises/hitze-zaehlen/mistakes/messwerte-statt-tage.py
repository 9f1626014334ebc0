# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gezählt sind die einzelnen Messwerte ab 30 Grad, nicht die Tage.
# Rückmeldung: `heisse_tage` zählt einzelne Messwerte, keine Tage.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "count"])

luecken = (tage["count"] < 8).sum()

voll = tage[tage["count"] == 8]
werte = werte[werte["Tag"].isin(voll.index)]
heisse_tage = (werte["Grad"] >= 30).sum()
tropennaechte = (werte["Grad"] >= 20).sum()

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
