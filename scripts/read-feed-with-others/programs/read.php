<?php
// Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
$file = fopen($argv[1], 'r');
fgetcsv($file, null, ',', '"', '');
while (($row = fgetcsv($file, null, ',', '"', '')) !== false) {
    [$product, $warehouse, $available, $code, $code2] = $row;
    echo implode('|', [$product, $warehouse, $available, bin2hex($code), bin2hex($code2)]), "\n";
}
