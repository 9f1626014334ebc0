# Fehler: zählt die Zahlen, statt ihre Werte zu addieren.
# Sie haben die Zahlen gezählt.
summe = len(zahlen)
