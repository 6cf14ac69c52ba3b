# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
sqlite3 :memory: \
  'CREATE TABLE stock (productID INTEGER, warehouseID INTEGER, available REAL, code TEXT, code2 TEXT)' \
  ".import --csv --skip 1 '$1' stock" \
  '.mode list' \
  'SELECT productID, warehouseID, available, hex(code), hex(code2) FROM stock'
