# Fehler: zählt die Zahlen, statt ihre Werte zu addieren.
# Rückmeldung: `summe` ist noch leer.
summe = len(zahlen)
