// The command as npm installs it: one line with its address when it is ready, and a clean end.
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
