# Fehler: vergisst die letzte Zahl.
# Rückmeldung: Die Summe stimmt.
summe = sum(zahlen[:-1])
