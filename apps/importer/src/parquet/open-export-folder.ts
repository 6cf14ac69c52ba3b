import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { hasEnded, ownProcess, UsageError } from '@erply-kit/command-line';

import { manifestName, readExportedNames } from './export-manifest.ts';
import { exportedTables } from './exported-tables.ts';

interface FolderOptions {
  readonly path: string;
  /** Takes a folder that holds other files, too; they stay. */
  readonly force: boolean;
}

/** A folder that is being exported to. Without `publish`, it is in the end as it was. */
export interface ExportFolder extends Disposable {
  /** Where to write a file. */
  pathOf(name: string): string;
  /** Puts the files in place of an earlier export, the manifest last. */
  publish(names: readonly string[], manifest: string): void;
}

/** The name of a table's file. */
export const fileOf = (table: string): string => `${table}.parquet`;

const ownNames = [...exportedTables.map(({ name }) => fileOf(name)), manifestName];
const unfinishedName = () => `.export-${ownProcess()}.tmp`;
const ownerOf = (name: string) => /^\.export-([\da-f-]+)\.tmp$/.exec(name)?.[1];

/**
 * Opens a folder to export to, made if need be. Files are written into a folder inside it: the folder itself may be where
 * a volume is mounted, beside which nothing can be renamed.
 *
 * @throws UsageError when it holds files that no export has written.
 */
export function openExportFolder({ path, force }: FolderOptions): ExportFolder {
  const isNew = mkdirSync(path, { recursive: true, mode: 0o700 }) !== undefined;
  const found = readdirSync(path);
  const former = readExportedNames(path);
  const isOurs = former !== undefined || found.some((name) => ownerOf(name) !== undefined);
  const stranger = found.find((name) => !(isOurs && ownNames.includes(name)) && ownerOf(name) === undefined);
  if (stranger !== undefined && !force)
    throw new UsageError(
      '--parquet: the folder holds files that are not of an export; name an empty one, or add --force, which keeps files of other names',
    );
  for (const name of found) {
    const owner = ownerOf(name);
    if (owner !== undefined && (owner === ownProcess() || hasEnded(owner)))
      rmSync(join(path, name), { recursive: true, force: true });
  }
  const unfinished = join(path, unfinishedName());
  mkdirSync(unfinished, { mode: 0o700 });
  return {
    pathOf: (name) => join(unfinished, name),
    publish(names, manifest) {
      writeFileSync(join(unfinished, manifestName), manifest, { mode: 0o600, flush: true });
      for (const name of [...names, manifestName]) renameSync(join(unfinished, name), join(path, name));
      // Only names of ours: a manifest that somebody has edited removes nothing else.
      const gone = (former ?? []).filter((name) => ownNames.includes(name) && !names.includes(name));
      for (const name of gone) rmSync(join(path, name), { force: true });
      syncFolder(path);
    },
    [Symbol.dispose]() {
      rmSync(unfinished, { recursive: true, force: true });
      if (isNew && readdirSync(path).length === 0) rmdirSync(path);
    },
  };
}

/** Windows does not open folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
