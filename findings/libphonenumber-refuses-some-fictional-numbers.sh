#!/usr/bin/env bash
# libphonenumber-js 1.13.16 and google-libphonenumber 3.2.47 call some of the British numbers that are kept for drama valid
# and others invalid.
#
# Ofcom keeps 0xx 496 0000 to 0999 of eleven areas, 020 7946 0000 to 0999, 01632 960000 to 960999 and the mobile numbers
# 07700 900000 to 900999 for drama: none of them reaches anybody. Expected: all alike, since they are one list of one
# regulator. Seen: those of London and Leeds are valid, those of Nottingham (0115 496 0...), 01632 and all mobile ones are
# not, by both libraries. Test data with fictional mobile numbers are refused where a form checks its telephones; the
# American 555-0100 to 555-0199 are valid, and may be mobile ones.
# Source of the ranges: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm init -y >/dev/null
npm install --no-audit --no-fund --silent libphonenumber-js@1.13.16 google-libphonenumber@3.2.47
cat >numbers.cjs <<'JS'
const parse = require('libphonenumber-js/max');
const { PhoneNumberUtil } = require('google-libphonenumber');

const util = PhoneNumberUtil.getInstance();
const numbers = {
  London: '+442079460123',
  Leeds: '+441134960123',
  Nottingham: '+441154960123',
  'no area': '+441632960123',
  mobile: '+447700900123',
  'United States': '+12125550142',
};
for (const [name, number] of Object.entries(numbers))
  console.log(`${name}: ${parse(number).isValid()} ${util.isValidNumber(util.parse(number))}`);
JS
node numbers.cjs | tee seen
diff seen - <<'TXT'
London: true true
Leeds: true true
Nottingham: false false
no area: false false
mobile: false false
United States: true true
TXT
