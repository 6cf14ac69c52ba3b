// Bun, Deno and Cloudflare's workers: the streams of Node, but no undici that works.
export { readRows } from '../csv/read-rows.ts';
export { createFetchTransport as createDefaultTransport } from '../transport/fetch-transport.ts';
export { createUndiciTransport } from '../transport/no-undici-transport.ts';
