# Fehler: zählt die Zahlen, statt sie zusammenzuzählen.
# Rückmeldung: Sie haben nur gezählt.
summe = len(zahlen)
