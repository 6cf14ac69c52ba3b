# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
require 'csv'

CSV.foreach(ARGV[0], headers: true, encoding: 'UTF-8', row_sep: "\n") do |row|
  codes = [row['code'], row['code2']].map { |code| code.unpack1('H*') }
  puts [row['productID'], row['warehouseID'], row['available'], *codes].join('|')
end
