# Fehler: zählt die Zahlen, statt ihre Werte zu addieren.
# Rückmeldung: Sie haben die Zahlen gezählt.
summe = len(zahlen)
