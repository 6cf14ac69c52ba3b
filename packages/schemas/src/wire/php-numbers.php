<?php
// How PHP rounds and prints numbers, as a table that tests read:
//
//   php php-numbers.php > php-numbers.csv
//
// round:    value, decimals                round($value, $decimals)
// gross:    net price, percent of tax      round($net * (1 + $percent / 100), 2)
// net:      gross price, percent of tax    round($gross / (1 + $percent / 100), 3)
// discount: price, percent off             round($price * (1 - $percent / 100), 3)
// json:     value in 17 digits             json_encode($value)
//
// The same numbers come out of every PHP from 7.4; results are those of the PHP that the first line names.

declare(strict_types=1);

mt_srand(1);

$rows = [];

const RATES = [0, 5, 5.5, 6, 7, 7.7, 8.1, 9, 10, 12, 13.5, 17.5, 18, 19, 20, 21, 22, 22.5, 24, 25, 27];

const EDGES = [
    0.0, -0.0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.05, -0.05, 0.005, -0.005, 0.0005, -0.0005, 1.005, -1.005, 2.675, -2.675,
    1.955, 5.055, 5.045, 1.45, -1.55, 0.285, 1.0049999999999999, -0.001, -0.004, 0.1 + 0.2, 1e-7, -1e-7, 5e-324, 2.5e-15,
    99_999_999.995, -99_999_999.995, 123_456_789_012.345, -123_456_789_012.345, 999_999_999_999_999.5, 1e15, -1e15,
    9_007_199_254_740_993.0, 1e16, 1e17, 123_456_789_012_345_678.0, 1e22, 1e25, -1e25, 1.5e300, -1.7976931348623157e308,
    9.995, 99.995, 999.995, -9.995, 0.00012345, 0.00001234, 0.0001, -0.00001, 100.0, -100.0,
];

/** Adds a row, unless it is there. */
function row(string $kind, string $value, string $other, float $result): void
{
    global $rows;
    $rows[$kind]["$kind,$value,$other"] = json_encode($result);
}

function rounded(float $value, int $decimals): void
{
    row('round', json_encode($value), (string) $decimals, round($value, $decimals));
}

/** A number that is this many times the smallest step away from another. */
function neighbour(float $value, int $steps): float
{
    return unpack('d', pack('q', unpack('q', pack('d', $value))[1] + $steps))[1];
}

/** Any sign, and any of the sizes that prices have. */
function digits(): int
{
    return intdiv(mt_rand(-99_999_999, 99_999_999), 10 ** mt_rand(0, 6));
}

function anyDouble(): float
{
    do {
        $bits = mt_rand(0, 0xffffff) << 40 | mt_rand(0, 0xffffff) << 16 | mt_rand(0, 0xffff);
        $value = unpack('d', pack('q', $bits))[1];
    } while (!is_finite($value));
    return $value;
}

foreach (EDGES as $value) {
    foreach ([0, 1, 2, 3, 4, 6] as $decimals) {
        rounded($value, $decimals);
    }
}
while (count($rows['round']) < 6_000) {
    $decimals = mt_rand(0, 6);
    $half = (digits() * 10 + 5) / 10 ** ($decimals + 1);
    rounded($half, $decimals);
    rounded(neighbour($half, mt_rand(-4, 4)), $decimals);
    rounded(digits() / 10 ** mt_rand(0, 6), $decimals);
    rounded(mt_rand(0, 1) === 0 ? anyDouble() : digits() / mt_rand(1, 999), $decimals);
}
do {
    $rate = RATES[mt_rand(0, count(RATES) - 1)];
    [$net, $short, $gross, $price] = [digits() / 10_000, digits() / 100, digits() / 100, digits() / 100];
    $percent = mt_rand(1, 199) / 2;
    row('gross', json_encode($net), (string) $rate, round($net * (1 + $rate / 100), 2));
    row('gross', json_encode($short), (string) $rate, round($short * (1 + $rate / 100), 2));
    row('net', json_encode($gross), (string) $rate, round($gross / (1 + $rate / 100), 3));
    row('discount', json_encode($price), (string) $percent, round($price * (1 - $percent / 100), 3));
} while (count($rows['gross']) < 2_000 || count($rows['discount']) < 1_000);
foreach (EDGES as $value) {
    row('json', sprintf('%.17e', $value), '', $value);
}
do {
    $values = [anyDouble(), (float) digits(), digits() / 10 ** mt_rand(0, 12), digits() * 10.0 ** mt_rand(0, 20)];
    foreach ($values as $value) {
        row('json', sprintf('%.17e', $value), '', $value);
    }
} while (count($rows['json']) < 1_000);

echo '# PHP ', PHP_VERSION, ', serialize_precision ', ini_get('serialize_precision'), "\n";
foreach (array_merge(...array_values($rows)) as $key => $result) {
    echo $key, ',', $result, "\n";
}
