# Fehler: schreibt das Ergebnis ab.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis.
#   Mit anderen Daten stimmt es nicht mehr.
summe = 126
