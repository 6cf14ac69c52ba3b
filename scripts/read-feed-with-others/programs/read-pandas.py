# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
import sys

import pandas

feed = pandas.read_csv(sys.argv[1], dtype={"code": str, "code2": str}, keep_default_na=False)
for row in feed.itertuples(index=False):
    codes = [code.encode().hex() for code in (row.code, row.code2)]
    print(row.productID, row.warehouseID, row.available, *codes, sep="|")
