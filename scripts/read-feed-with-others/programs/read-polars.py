# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
import sys

import polars

feed = polars.read_csv(sys.argv[1], schema_overrides={"available": polars.Float64, "code": polars.String, "code2": polars.String})
for product, warehouse, available, *codes in feed.iter_rows():
    print(product, warehouse, available, *(code.encode().hex() for code in codes), sep="|")
