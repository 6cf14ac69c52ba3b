import type { RootManifest } from './node-faults.ts';

/** What in CI runs in a version that can change under us: pnpm, the actions of workflows, anything through npx. */
export function ciFaults(
  { packageManager = '' }: RootManifest,
  files: Readonly<Record<string, string>>,
): string[] {
  return [
    ...(/^pnpm@\d+\.\d+\.\d+$/.test(packageManager)
      ? []
      : [`packageManager is "${packageManager}", not the exact version of pnpm that CI runs: pnpm@12.21.0`]),
    ...Object.entries(files).flatMap(([file, text]) => fileFaults(text).map((fault) => `${file}: ${fault}`)),
  ];
}

function fileFaults(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const code = line.replace(/(^|\s)#.*$/, '');
    // One that lies in this repository is of the same commit.
    const [, action] = /\buses:\s*(?!\.\/)(\S+)/.exec(code) ?? [];
    if (action && !/@[0-9a-f]{40}$/.test(action)) return [`${action} is not pinned by commit`];
    if (action && !/# v\d/.test(line)) return [`${action} has no comment with its version`];
    const [runner] = /\b(npx|pnpm dlx|corepack|npm (i|install|exec))\b/.exec(code) ?? [];
    return runner ? [`${runner} runs whatever version is the newest; use .ci/pnpm`] : [];
  });
}
