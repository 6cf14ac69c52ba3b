import type { WorkspaceSettings } from './node-faults.ts';

/** The youngest release that may be installed, in minutes: three days, in which most tampered releases were found. */
const leastAgeMinutes = 3 * 24 * 60;

/** Packages that may run a script of theirs when they are installed, each with its reason; none needs to. */
const justifiedBuilds: Readonly<Record<string, string>> = {};

/** What in `pnpm-workspace.yaml` lets unseen code in. */
export function settingFaults(settings: WorkspaceSettings): string[] {
  const { allowBuilds = {}, minimumReleaseAge = 0 } = settings;
  const builds = Object.keys(allowBuilds)
    .filter((name) => allowBuilds[name] !== false && justifiedBuilds[name] === undefined)
    .map((name) => `allowBuilds: ${name} may run a script, without a reason in scripts/supply`);
  return [
    ...builds,
    ...(settings.dangerouslyAllowAllBuilds ? ['dangerouslyAllowAllBuilds is set'] : []),
    ...(settings.trustLockfile ? ['trustLockfile is set: pnpm would not ask when a release was made'] : []),
    ...(minimumReleaseAge < leastAgeMinutes
      ? [`minimumReleaseAge is ${minimumReleaseAge} minutes; at least ${leastAgeMinutes} are asked for`]
      : []),
  ];
}
