# Fehler: zählt die Zahlen, statt sie zusammenzuzählen.
# Rückmeldung: `summe` ist noch leer.
summe = len(zahlen)
