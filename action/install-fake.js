import { execFile } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { InputError } from './inputs.js';
import { printGroup } from './runner.js';

const name = '@erply-kit/mock';
const longestInstallMs = 5 * 60_000;
const run = promisify(execFile);

/**
 * Gets the package and answers the file of its command, which Node can run: no npx stands between that would have to pass
 * signals on.
 * @param {import('./inputs.js').Inputs} inputs
 * @param {string} folder where to install it
 */
export async function installFake(inputs, folder) {
  if (inputs.path !== '') return commandOf(resolve(inputs.path));
  const wanted = `${name}@${inputs.version}`;
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', wanted];
  await run(process.execPath, [findNpm(), ...args], { cwd: folder, timeout: longestInstallMs }).catch(
    (error) => {
      printGroup('What npm wrote', String(error.stderr || error.message));
      throw new Error(`npm could not install ${wanted}; what it wrote stands above`);
    },
  );
  return commandOf(join(folder, 'node_modules', name));
}

/** @param {string} folder of the package */
function commandOf(folder) {
  const file = join(folder, 'package.json');
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (manifest.name !== name) throw new InputError(`path needs a folder that holds ${name}`);
  return join(folder, manifest.bin['erply-mock']);
}

/** The npm that came with this Node, or else the one on the path. As a file for Node: on Windows the command is a script for a shell. */
function findNpm() {
  const own = dirname(process.execPath);
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    join(own, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...[own, ...onPath].map((folder) => join(folder, 'node_modules/npm/bin/npm-cli.js')),
    ...onPath.map((folder) => join(folder, 'npm')),
  ];
  const found = places.filter((place) => existsSync(place)).map((place) => realpathSync(place));
  const npm = found.find((place) => place.endsWith('npm-cli.js'));
  if (npm === undefined)
    throw new Error('there is no npm on this runner: add actions/setup-node before this step');
  return npm;
}
