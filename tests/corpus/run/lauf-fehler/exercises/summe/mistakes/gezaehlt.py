# Fehler: zählt die Zahlen, statt ihre Werte zu addieren.
# Rückmeldung: Sie haben nur gezählt.
summe = len(zahlen)
