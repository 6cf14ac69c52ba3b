/** What is read of `pnpm-lock.yaml`. */
export interface Lockfile {
  readonly pnpmfileChecksum?: string;
  readonly importers: Readonly<Record<string, Importer>>;
  readonly packages: Readonly<Record<string, LockedPackage>>;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

/** A package of the workspace, and what it names. */
export type Importer = Readonly<Record<string, Readonly<Record<string, { version: string }>>>>;

/** A package from outside. Without `os`, `cpu` or `libc` it fits every machine. */
export interface LockedPackage {
  readonly resolution: Readonly<Record<string, unknown>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

interface Snapshot {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
