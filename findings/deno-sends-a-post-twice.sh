#!/usr/bin/env bash
# Deno 2.9.6: fetch sends a POST again, without a word, when a kept connection ends before the answer.
#
# Expected: an error, as HTTP asks for what is not idempotent (RFC 9110, 9.2.2), and as fetch in Node does: the server may
# have acted on the first one. Seen: a body that is a text, bytes or URLSearchParams is sent a second time on a new
# connection, and the program sees one "200 ok". A body that is a stream is sent once and fails. The document that such a
# POST saves is there twice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent deno@2.9.6

cat >client.mjs <<'JS'
const [url] = Deno.args;
const bodies = {
  text: () => 'save',
  bytes: () => new TextEncoder().encode('save'),
  stream: () => new Blob(['save']).stream(),
};
for (const [kind, body] of Object.entries(bodies)) {
  await (await fetch(url, { method: 'POST', body: 'opens the connection' })).text();
  const outcome = await fetch(url, { method: 'POST', headers: { kind }, body: body() }).then(
    (answer) => answer.status,
    () => 'error',
  );
  console.log(`${kind}: the program sees ${outcome}`);
}
JS

cat >server.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

const posts = { text: 0, bytes: 0, stream: 0 };
const answered = new WeakSet();
const server = createServer((request, response) => {
  const { kind } = request.headers;
  if (kind) posts[kind] += 1;
  request.resume().on('end', () => {
    // The second request of a connection is read, perhaps acted upon, and the connection ends.
    if (answered.has(request.socket)) return request.socket.destroy();
    answered.add(request.socket);
    response.end('ok');
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;
const args = ['run', '--no-lock', '--allow-net', 'client.mjs', url];
const client = spawn('node_modules/.bin/deno', args, { stdio: ['ignore', 'inherit', 'inherit'] });
await once(client, 'close');
server.close();
for (const [kind, count] of Object.entries(posts)) console.log(`${kind}: the server got it ${count} times`);
JS

node server.mjs | tee seen
diff seen - <<'TXT'
text: the program sees 200
bytes: the program sees 200
stream: the program sees error
text: the server got it 2 times
bytes: the server got it 2 times
stream: the server got it 1 times
TXT
