# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: size zählt auch Zeilen ohne Wert, die leeren Felder fallen nicht auf.
# Rückmeldung: In `luecken` fehlen die Tage, an denen nur der Wert fehlt.
werte["Zeit"] = pd.to_datetime(werte["Zeit"], dayfirst=True)
werte["Tag"] = werte["Zeit"].dt.normalize()

gruppen = werte.groupby("Tag")["Grad"]
tage = gruppen.agg(["min", "max", "size"])

luecken = (tage["size"] < 8).sum()

voll = tage[tage["size"] == 8]
heisse_tage = (voll["max"] >= 30).sum()
tropennaechte = (voll["min"] >= 20).sum()

tage["max"].plot()
plt.title("Höchste Temperatur am Marktplatz")
plt.xlabel("Tag")
plt.ylabel("Temperatur in Grad Celsius")
