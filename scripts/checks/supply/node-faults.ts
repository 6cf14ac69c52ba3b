import type { Lockfile } from './lockfile.ts';
import { fits, isForSome, type System, systems } from './systems.ts';

/** The manifest at the root, as far as it is read here. */
export interface RootManifest {
  readonly packageManager?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `pnpm-workspace.yaml`, as far as it is read here. */
export interface WorkspaceSettings {
  readonly nodeVersion?: string;
  readonly allowBuilds?: Readonly<Record<string, unknown>>;
  readonly dangerouslyAllowAllBuilds?: boolean;
  readonly minimumReleaseAge?: number;
  readonly trustLockfile?: boolean;
}

/** What speaks against the Node of the workspace being one version, by checksum, exactly one for each machine. */
export function nodeFaults(
  manifest: RootManifest,
  settings: WorkspaceSettings,
  lockfile: Lockfile,
): string[] {
  const named = Object.entries(manifest.optionalDependencies ?? {});
  const wrong = named
    .filter(([, version]) => version !== settings.nodeVersion)
    .map(([name, version]) => `${name} is ${version}, but nodeVersion is ${settings.nodeVersion}`);
  const parts = named.map(([name, version]) => lockfile.packages[`${name}@${version}`]);
  const forAll = named
    .filter((_, index) => !parts[index] || !isForSome(parts[index]))
    .map(([name]) => `${name} is for no machine in pnpm-lock.yaml: was it written without .pnpmfile.cjs?`);
  const counts = systems.flatMap((system) => {
    const count = parts.filter((part) => part && fits(part, system)).length;
    return count === 1 ? [] : [`${count} packages bring Node to ${nameOf(system)}, not one`];
  });
  const musl = systems.filter(({ libc }) => libc).map((system) => ({ ...system, libc: 'musl' }));
  const unfit = musl.flatMap((system) =>
    parts.some((part) => part && fits(part, system)) ? [`${nameOf(system)} gets a Node of glibc`] : [],
  );
  return [...wrong, ...forAll, ...counts, ...unfit];
}

const nameOf = ({ os, cpu, libc }: System) => [os, cpu, ...(libc ? [libc] : [])].join('-');
