// The command as npm installs it: one line with its address when it is ready, and a clean end, through npx too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../node_modules/.bin/erply-mock', import.meta.url));
const server = spawn(command, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = once(server, 'exit');
const [url] = await Promise.race([once(createInterface(server.stdout), 'line'), ended]);

const response = await fetch(`${url}/_mock/health`);
const { status } = await response.json();
if (status !== 'ready') throw new Error(`the fake is "${status}", not ready`);

server.kill('SIGTERM');
const [code] = await ended;
if (code !== 0) throw new Error(`erply-mock ended with code ${code}`);

// A command with a fake of its own: its output and exit code, through npx too.
const program = `
const { ERPLY_API_URL, ERPLY_CLIENT_CODE } = process.env;
const { status } = await (await fetch(ERPLY_API_URL + '/_mock/health')).json();
console.log(ERPLY_CLIENT_CODE, status);
process.exit(3);
`;
for (const start of [[command], ['npx', '--no', '--', 'erply-mock']]) {
  const [file, ...args] = [
    ...start,
    'run',
    '--client-code',
    'shop',
    '--',
    process.execPath,
    '--input-type=module',
    '-e',
    program,
  ];
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const over = once(child, 'close');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), over]);
  const [exitCode] = await over;
  if (line !== 'shop ready' || exitCode !== 3)
    throw new Error(`${start.join(' ')} run ended with code ${exitCode} and said "${line}"`);
}

// npx passes no SIGTERM on; the server has to see by itself that npx is gone. The npm that runs this must not lead it away.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const npx = spawn('npx', ['--no', '--', 'erply-mock', '--port', '0'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const closed = once(npx.stdout, 'close');
const [npxUrl] = await Promise.race([once(createInterface(npx.stdout), 'line'), once(npx, 'exit')]);
if (!String(npxUrl).startsWith('http://')) throw new Error(`npx erply-mock did not start: ${npxUrl}`);
npx.kill('SIGTERM');
await closed;
const lives = await fetch(`${npxUrl}/_mock/health`).then(
  () => true,
  () => false,
);
if (lives) throw new Error('the fake lives on although the npx that started it was killed');
