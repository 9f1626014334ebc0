# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zahlen sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max"])

luecken = 8
heisse_tage = 15
tropennaechte = 4

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
