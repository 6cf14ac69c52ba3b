import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

import { type BuiltImage, buildInFolders, ignoredPaths } from './image/build-in-folders.ts';
import { readDockerfile, type Stage } from './image/dockerfile.ts';
import { triedApps, tryApp } from './image/try-app.ts';

const token = 'token-of-this-run';

/** Builds the images as far as that goes without an engine, and tries their programs. */
async function main(): Promise<void> {
  await tryImage('mock', tryProgram);
  for (const app of triedApps)
    await tryImage(app.name, (stage, image) =>
      tryApp(
        onThisNode(stage?.steps.find(({ keyword }) => keyword === 'ENTRYPOINT')?.args ?? []),
        image,
        app,
      ),
    );
  console.log(`${triedApps.length + 1} passed, 0 failed`);
}

type Try = (stage: Stage | undefined, image: BuiltImage) => Promise<void>;

async function tryImage(name: string, attempt: Try): Promise<void> {
  const file = join(repository, `deploy/${name}/Dockerfile`);
  const stages = readDockerfile(await readFile(file, 'utf8'));
  await using folder = await temporaryFolder('image');
  const ignored = await ignoredPaths(`${file}.dockerignore`);
  const image = await buildInFolders(stages, { context: repository, ignored, folder: folder.path });
  console.log(`${name}: built in folders; no engine has built the image`);
  await attempt(stages.at(-1), image);
}

/** The program answers, also to its health check, guards its control API, and ends with 0 at the signal that an engine sends. */
async function tryProgram(stage: Stage | undefined, image: BuiltImage): Promise<void> {
  const argsOf = (keyword: string) => stage?.steps.find((step) => step.keyword === keyword)?.args ?? [];
  const port = await freePort();
  const env = {
    ...process.env,
    ...image.env,
    ERPLY_MOCK_PORT: String(port),
    ERPLY_MOCK_CONTROL_TOKEN: token,
  };
  const options = { cwd: image.workFolder, env };
  const isHealthy = async () => (await run(onThisNode(argsOf('HEALTHCHECK')), options)).code === 0;
  expectThat(!(await isHealthy()), 'the health check fails while nothing runs');
  const [command = '', ...args] = onThisNode(argsOf('ENTRYPOINT'));
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  try {
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exit]);
    expectThat(
      line === `http://${image.env.ERPLY_MOCK_HOST}:${port}`,
      `the program answers; it wrote "${line}"`,
    );
    expectThat(await isHealthy(), 'the health check passes');
    await expectGuarded(`http://127.0.0.1:${port}/_mock/accounts`);
    child.kill((argsOf('STOPSIGNAL')[0] ?? 'SIGTERM') as NodeJS.Signals);
    const [code] = await exit;
    expectThat(code === 0, `the program ends with code 0, not ${code}`);
    expectThat(!(await isHealthy()), 'the health check fails after the end');
  } finally {
    child.kill('SIGKILL');
  }
}

async function expectGuarded(accounts: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  expectThat((await fetch(accounts)).status === 403, 'the control API is closed without the token');
  expectThat((await fetch(accounts, { headers })).ok, 'the control API is open with the token');
}

/** `node` is the Node that runs this. */
const onThisNode = ([first, ...rest]: readonly string[]) => [
  first === 'node' ? process.execPath : (first ?? ''),
  ...rest,
];

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
