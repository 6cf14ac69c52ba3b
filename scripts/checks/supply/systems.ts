import type { LockedPackage } from './lockfile.ts';

/** A machine that the workspace runs on with a Node of its own. */
export interface System {
  readonly os: string;
  readonly cpu: string;
  /** Which C library it has, on Linux. */
  readonly libc?: string;
}

/** The machines that the workspace brings a Node for; on others it takes theirs. */
export const systems: readonly System[] = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
];

/** Whether a package is for some machines only. */
export function isForSome({ os, cpu }: LockedPackage): boolean {
  return os !== undefined && cpu !== undefined;
}

/** Whether pnpm installs a package on a machine. */
export function fits({ os, cpu, libc }: LockedPackage, system: System): boolean {
  const holds = (list: readonly string[] | undefined, one: string | undefined) =>
    list === undefined || one === undefined || list.includes(one);
  return holds(os, system.os) && holds(cpu, system.cpu) && holds(libc, system.libc);
}
