# Fehler: zählt die Zahlen, statt sie zusammenzuzählen.
# Sie haben die Zahlen gezählt.
summe = len(zahlen)
