// On a Node that is too old: one line that says so, from the command and from both packages.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const sentence = `Node ${process.versions.node} is too old: Node 22.19 or newer is needed`;

const command = fileURLToPath(new URL('../node_modules/.bin/erply-mock', import.meta.url));
for (const args of [['--port', '0'], ['--help'], ['--nonsense']]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  expect(
    `erply-mock ${args.join(' ')}`,
    { status, stdout, stderr },
    { status: 1, stdout: '', stderr: `erply-mock: ${sentence}\n` },
  );
}

const client = await messageOf(async () => {
  const { createClient } = await import('@erply-kit/client');
  createClient({ clientCode: '100001', username: 'demo', password: 'demouser' });
});
expect('the first client', client, `@erply-kit/client: ${sentence}.`);

for (const start of ['createMock', 'startMock']) {
  const mock = await messageOf(async () => (await import('@erply-kit/mock'))[start]());
  expect(start, mock, `@erply-kit/mock: ${sentence}`);
}

async function messageOf(run) {
  try {
    await run();
    return 'nothing was thrown';
  } catch (error) {
    return error.message;
  }
}

function expect(what, given, wanted) {
  const [is, should] = [given, wanted].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`);
}
