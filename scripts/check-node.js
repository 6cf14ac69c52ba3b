// Runs at the end of `pnpm install`, on the Node that all scripts will run on, which may be an old one: therefore plain
// JavaScript. The packages that hold Node are optional, so pnpm goes on without one that it could not fetch or that is not
// what the lockfile says; scripts would then run on the Node of the machine, and only this says so.
import { readFileSync } from 'node:fs';

const { optionalDependencies: pinned, engines } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const { platform, arch, versions } = process;
// The report says of which C library this Node is; without this it would also ask for the names of open connections.
process.report.excludeNetwork = true;
const glibc = platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime !== undefined;
const system = `${platform === 'win32' ? 'win' : platform}-${arch}`;
const holder = Object.keys(pinned).find((name) => name.replace('-bin-', '-') === `node-${system}` && glibc);
const oldest = Number(/\d+/.exec(engines.node)[0]);
const own = `on the Node of this machine, ${versions.node}`;

if (holder && versions.node !== pinned[holder]) {
  const reason = 'pnpm could not fetch it, or it is not what pnpm-lock.yaml says (see above)';
  fail(`Node ${pinned[holder]} of this workspace is missing: ${reason}; scripts would run ${own}`);
} else if (!holder) {
  const missing = `no Node comes with this workspace for ${system}${glibc ? '' : ' without glibc'}`;
  if (Number.parseInt(versions.node, 10) < oldest)
    fail(`${missing}, and Node ${versions.node} is too old: install Node ${oldest} or newer`);
  else console.log(`${missing}: scripts run ${own}`);
}

/** @param {string} line */
function fail(line) {
  console.error(line);
  process.exitCode = 1;
}
