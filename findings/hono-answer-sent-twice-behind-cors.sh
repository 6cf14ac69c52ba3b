#!/usr/bin/env bash
# @hono/node-server 2.1.9 with hono 4.13.19: an answer that a handler has sent itself is written again behind `cors()`.
#
# A handler that writes to the response of Node returns RESPONSE_ALREADY_SENT, and the adapter leaves the response alone.
# Expected: the same behind a middleware that adds headers. Seen: the middleware makes a new Response of the mark, since the
# headers of the old one cannot be set; the adapter no longer knows it, writes the head a second time, and an
# ERR_HTTP_HEADERS_SENT with its stack lands on stderr for each request, though the client has its answer. Who sends
# answers himself has to look at `outgoing.headersSent` behind all middleware.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hono@4.13.19 @hono/node-server@2.1.9

cat >serve.mjs <<'JS'
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();
app.use('/behind', cors());
for (const path of ['/alone', '/behind'])
  app.get(path, (c) => {
    c.env.outgoing.writeHead(200, { 'content-type': 'text/plain' });
    c.env.outgoing.end('sent');
    return RESPONSE_ALREADY_SENT;
  });

let logged = '';
console.error = (error) => {
  logged = error.code ?? String(error);
};
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, async ({ port }) => {
  for (const path of ['/alone', '/behind']) {
    logged = 'nothing';
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { origin: 'https://shop.example' } });
    console.log(`${path}: ${answer.status} ${await answer.text()}, logged: ${logged}`);
  }
  server.close();
  server.closeAllConnections();
});
JS

node serve.mjs | tee seen
diff seen - <<'TXT'
/alone: 200 sent, logged: nothing
/behind: 200 sent, logged: ERR_HTTP_HEADERS_SENT
TXT
