# Fehler: zählt die Zahlne, statt sie zusammenzuzählen.
# Rückmeldung: Sie haben die Zahlen gezählt.
summe = len(zahlen)
