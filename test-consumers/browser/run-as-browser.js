// Runs a bundle where there is nothing of Node: with the globals of a browser only, and Node's fetch. No browser is
// started, so neither CORS nor the network of one is tried.
import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';

const web = {
  AbortController,
  AbortSignal,
  Blob,
  clearTimeout,
  fetch,
  performance,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
};
const context = createContext({ ...web, servers: JSON.parse(process.env.SERVERS) });
runInContext(await readFile(process.argv[2], 'utf8'), context);
await context.finished;
console.log('in a bundle for browsers');
