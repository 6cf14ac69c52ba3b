# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    for *numbers, code, code2 in rows:
        print(*numbers, code.encode().hex(), code2.encode().hex(), sep="|")
