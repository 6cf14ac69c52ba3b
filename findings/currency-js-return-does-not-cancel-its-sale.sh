#!/usr/bin/env bash
# currency.js 2.0.4 rounds half a cent of a negative sum towards zero: a return is a cent off its sale.
#
# It is chosen so that cents are exact. Expected: what is sold for so much comes back for as much, as with round() of PHP,
# decimal.js, and HALF_UP of Java. Seen: 8.375 is 8.38, and -8.375 is -8.37, since cents go through Math.round(), which
# rounds halves up. A sale and its credit invoice do not add up to nothing, and a receipt with a returned row has another
# total than the one that the shop has printed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent currency.js@2.0.4 decimal.js@10.6.0

cat >sums.cjs <<'JS'
const currency = require('currency.js');
const Decimal = require('decimal.js');

for (const amount of [1, -1]) {
  const row = currency(8.375 * amount);
  const exact = new Decimal('8.375').times(amount).toDecimalPlaces(2);
  console.log(`${amount} for 8.375: currency.js ${row.format({ symbol: '' })}, decimal.js ${exact.toFixed(2)}`);
}
const sale = currency(8.375);
const credited = currency(-8.375);
console.log(`left over: ${sale.add(credited).value}`);
JS

node sums.cjs | tee seen
diff seen - <<'TXT'
1 for 8.375: currency.js 8.38, decimal.js 8.38
-1 for 8.375: currency.js -8.37, decimal.js -8.38
left over: 0.01
TXT
