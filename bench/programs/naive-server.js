// The floor: what somebody writes in ten minutes to stand in for Erply. It answers the same 100 records to everything.
import { readFileSync } from 'node:fs';

import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const page = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const app = new Hono();

app.post('/api/', async (c) => {
  // Left unread, a body that comes late makes the adapter end the connection.
  await c.req.text();
  return c.json({
    status: {
      request: 'getProducts',
      requestUnixTime: Math.floor(Date.now() / 1000),
      responseStatus: 'ok',
      errorCode: 0,
      generationTime: 0.0123,
      recordsTotal: page.records.length,
      recordsInResponse: page.records.length,
    },
    records: page.records,
  });
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
