import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { optionValue, readInputs } from './inputs.js';
import { installFake } from './install-fake.js';
import { processStart } from './process-start.js';
import { annotate, handOver, mask } from './runner.js';
import { startFake } from './start-fake.js';

/** The step of a job that starts the fake. What it leaves for post.js are `pid`, `start`, `folder` and `url`. */
async function main() {
  const { env } = process;
  const inputs = readInputs(env);
  const token = optionValue(inputs.args, 'control-token', env);
  if (token !== '') mask(token);
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'erply-mock-'));
  handOver(env.GITHUB_STATE, { folder });
  const command = await installFake(inputs, folder);
  const fake = startFake({ command, args: inputs.args, folder, timeoutMs: inputs.timeoutMs });
  // At once: a job can be cancelled while this step waits.
  handOver(env.GITHUB_STATE, { pid: fake.pid, start: await processStart(fake.pid) });
  const url = await fake.ready().catch((error) => {
    fake.kill();
    throw error;
  });
  handOver(env.GITHUB_STATE, { url });
  handOver(env.GITHUB_OUTPUT, { url });
  console.log(`The fake Erply answers at ${url}/api/, as user demo with password demouser.`);
  if (inputs.exportEnv) exportAddress(url, inputs.args);
}

/**
 * The names that `erply-mock run` sets, too.
 * @param {string} url
 * @param {readonly string[]} args
 */
function exportAddress(url, args) {
  const { env } = process;
  if (env.ERPLY_API_URL)
    annotate(
      'warning',
      'ERPLY_API_URL was set already, and is now the address of this fake; export-env: false leaves it',
    );
  const [clientCode = ''] = optionValue(args, 'accounts', env).split(',');
  handOver(env.GITHUB_ENV, {
    ERPLY_API_URL: url,
    ERPLY_CLIENT_CODE: clientCode || '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    // A file would win over the password.
    ERPLY_PASSWORD_FILE: '',
  });
}

main().catch((error) => {
  annotate('error', error.message);
  process.exitCode = 1;
});
