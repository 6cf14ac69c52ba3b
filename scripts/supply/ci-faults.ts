import type { RootManifest } from './node-faults.ts';

/** A lockfile of npm, as far as it is read here. */
export interface NpmLockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/** What in CI runs in a version that can change under us: pnpm, the actions of workflows, anything through npx. */
export function ciFaults(
  { packageManager = '' }: RootManifest,
  lockfile: NpmLockfile,
  files: Readonly<Record<string, string>>,
): string[] {
  const pnpm = lockfile.packages['node_modules/pnpm']?.version;
  const unpinned = Object.entries(lockfile.packages)
    .filter(([name, { integrity }]) => name !== '' && !integrity)
    .map(([name]) => `.ci/package-lock.json: ${name} has no checksum`);
  return [
    ...(packageManager.split('+')[0] === `pnpm@${pnpm}`
      ? []
      : [`CI runs pnpm@${pnpm} (.ci/package-lock.json), but packageManager is ${packageManager}`]),
    ...unpinned,
    ...Object.entries(files).flatMap(([file, text]) => fileFaults(text).map((fault) => `${file}: ${fault}`)),
  ];
}

function fileFaults(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const code = line.replace(/(^|\s)#.*$/, '');
    const [, action] = /\buses:\s*(\S+)/.exec(code) ?? [];
    if (action && !/@[0-9a-f]{40}$/.test(action) && !action.startsWith('./'))
      return [`${action} is not pinned by commit`];
    if (action && !/# v\d/.test(line)) return [`${action} has no comment with its version`];
    const [runner] = /\b(npx|pnpm dlx|corepack|npm (i|install|exec))\b/.exec(code) ?? [];
    return runner ? [`${runner} runs what no lockfile names; use .ci/pnpm`] : [];
  });
}
