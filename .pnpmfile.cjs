const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');

/** The packages that hold a Node for one machine. */
const holder = /^node-(bin-)?(linux|darwin|win)-/;

/**
 * They name their system as a text ("os": "linux"), which pnpm takes for none, and do not say that their Linux is glibc.
 * Without this, two of them would come to one machine, and one that cannot start to Alpine.
 */
function readPackage(manifest) {
  if (!holder.test(manifest.name)) return manifest;
  const os = [manifest.os].flat();
  return { ...manifest, os, cpu: [manifest.cpu].flat(), ...(os.includes('linux') && { libc: ['glibc'] }) };
}

/** What is packed says where its source is and where to report a bug, by the one `repository` at the root. */
function beforePacking(manifest, folder) {
  const { repository } = JSON.parse(readFileSync(join(__dirname, 'package.json'), 'utf8'));
  if (!repository) return manifest;
  const directory = relative(__dirname, folder).replaceAll('\\', '/');
  return {
    ...manifest,
    repository: { type: 'git', url: `git+${repository}.git`, directory },
    bugs: { url: `${repository}/issues` },
    homepage: `${repository}/tree/HEAD/${directory}#readme`,
  };
}

module.exports = { hooks: { readPackage, beforePacking } };
