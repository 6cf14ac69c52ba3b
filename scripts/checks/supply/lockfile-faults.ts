import type { Lockfile } from './lockfile.ts';
import { fits, isForSome, systems } from './systems.ts';

/** What in the lockfile would be installed without a checksum, or would be missing on a machine that we promise. */
export function lockfileFaults(lockfile: Lockfile): string[] {
  return [...originFaults(lockfile), ...importerFaults(lockfile), ...systemFaults(lockfile)];
}

/** Every package comes from a registry, by its checksum: no git, no address of a tarball, no folder. */
function originFaults({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([name, { resolution }]) => {
    const { integrity, ...other } = resolution;
    const faults = Object.keys(other).map((key) => `${name} comes by ${key}, not from a registry`);
    const isStrong = typeof integrity === 'string' && /^sha512-[\w+/]{86}==$/.test(integrity);
    return isStrong ? faults : [...faults, `${name} has no sha512 checksum`];
  });
}

/** A package of the workspace names libraries of the registry and packages of the workspace, and nothing else. */
function importerFaults({ importers }: Lockfile): string[] {
  return Object.entries(importers).flatMap(([folder, kinds]) =>
    Object.values(kinds).flatMap((libraries) =>
      Object.entries(libraries)
        .filter(([, { version }]) => /^[a-z+]+:/.test(version) && !/^link:(?!.*node_modules)/.test(version))
        .map(([library, { version }]) => `${folder}: ${library} comes from ${version}, not from a registry`),
    ),
  );
}

/** What has a part for each machine has one for all that we promise: a lockfile once held those of Linux only. */
function systemFaults({ packages, snapshots }: Lockfile): string[] {
  return Object.entries(snapshots).flatMap(([name, { optionalDependencies = {} }]) => {
    const parts = Object.entries(optionalDependencies)
      .map(([part, version]) => packages[`${part}@${version}`])
      .filter((part) => part !== undefined)
      .filter(isForSome);
    if (parts.length < 2) return [];
    return systems
      .filter((system) => !parts.some((part) => fits(part, system)))
      .map(
        ({ os, cpu }) =>
          `${name} has no part for ${os}-${cpu}: pnpm-lock.yaml was written where the registry showed none`,
      );
  });
}
