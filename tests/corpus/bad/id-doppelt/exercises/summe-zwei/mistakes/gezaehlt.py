# Fehler: zählt die Zahlen, statt sie zusammenzuzählen.
# Rückmeldung: Sie haben die Zahlen gezählt.
summe = len(zahlen)
