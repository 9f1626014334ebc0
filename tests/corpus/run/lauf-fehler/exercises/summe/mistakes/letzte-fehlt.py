# Fehler: vergisst die letzte Zahl.
# Rückmeldung: `summe` stimmt noch nicht.
summe = sum(zahlen)
