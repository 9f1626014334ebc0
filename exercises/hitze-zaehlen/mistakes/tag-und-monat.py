# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Tag und Monat sind vertauscht, und errors="coerce" lässt alle Tage nach dem Zwölften still verschwinden.
# Rückmeldung: Sie haben nur die Tage 1 bis 12 jedes Monats gelesen, mit Tag und Monat vertauscht.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], errors="coerce")
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "count"])

luecken = (tage["count"] < 8).sum()

voll = tage[tage["count"] == 8]
heisse_tage = (voll["max"] >= 30).sum()
tropennaechte = (voll["min"] >= 20).sum()

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
