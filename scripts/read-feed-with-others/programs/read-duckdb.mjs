// Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
const types = "{'available': 'DOUBLE', 'code': 'VARCHAR', 'code2': 'VARCHAR'}";
// Not as a stream, which ends without an error where the file cannot be read.
const result = await connection.runAndReadAll(
  `SELECT productID, warehouseID, available, hex(code), hex(code2)
  FROM read_csv('${process.argv[2].replaceAll("'", "''")}', types = ${types})`,
);
process.stdout.write(
  result
    .getRows()
    .map((row) => `${row.join('|')}\n`)
    .join(''),
);
connection.closeSync();
