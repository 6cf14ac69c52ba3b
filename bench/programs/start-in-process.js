// How long a fake takes in a process that has imported it: from startMock() until it listens, and until it has answered
// the first login. With `floor`, the same of an empty Hono server. Prints one line of JSON.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

import { startMock } from '@erply-kit/mock';

/** Answers where the server listens. */
function startHono() {
  const app = new Hono().all('*', (c) => c.json({}));
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
}

const start = process.argv[2] === 'floor' ? startHono : async () => (await startMock()).url;

const startedAt = performance.now();
const url = await start();
const readyMs = performance.now() - startedAt;
const form = { clientCode: '1', request: 'verifyUser', username: 'demo', password: 'demouser' };
const answer = await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(form) });
await answer.text();
console.log(JSON.stringify({ readyMs, loginMs: performance.now() - startedAt }));
process.exit(0);
