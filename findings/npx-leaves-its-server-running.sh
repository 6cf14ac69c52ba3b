#!/usr/bin/env bash
# npm 11.6.2: a server that was started with npx goes on when its npx gets a SIGTERM, and keeps its port.
#
# A CI job, a test or a process manager that starts `npx some-server` knows the process of npx only. Expected: what a SIGTERM
# ends is the server too, or npx waits for it. Seen: npx is gone at once, the server answers on, and the next job finds the
# port in use. A server cannot tell by a signal, since it gets none: it has to look whether its npx is still there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent npm@11.6.2 http-server@14.1.1

cat >start.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
await new Promise((closed) => probe.close(closed));

const answers = () => fetch(`http://127.0.0.1:${port}/package.json`).then(({ ok }) => ok, () => false);
const args = ['--no-install', 'http-server', '-s', '-a', '127.0.0.1', '-p', String(port)];
// A group of its own, so that this script leaves nothing behind.
const npx = spawn('node_modules/.bin/npx', args, { stdio: 'ignore', detached: true });
try {
  for (let tries = 0; tries < 300 && !(await answers()); tries += 1) await setTimeout(100);
  console.log(`before: the server ${(await answers()) ? 'answers' : 'does not answer'}`);
  npx.kill('SIGTERM');
  const [, signal] = await once(npx, 'exit');
  await setTimeout(1000);
  console.log(`npx has ended by ${signal}: the server ${(await answers()) ? 'answers' : 'does not answer'}`);
} finally {
  process.kill(-npx.pid, 'SIGKILL');
}
JS

node start.mjs | tee seen
diff seen - <<'TXT'
before: the server answers
npx has ended by SIGTERM: the server answers
TXT
