import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

import { checkOutputFolder } from './output-folder.ts';
import { UsageError } from './usage-error.ts';

/** No URL is longer; anything larger is not a ready file. */
const maxBytes = 2048;

/** A file that others wait for: it is there while the fake can answer, and holds its base URL. */
export interface ReadyFile {
  /** @throws the system's error when it cannot be written. */
  write(url: string): void;
  remove(): void;
}

/**
 * Takes a file as ready file; one that an earlier fake has left is removed, so that nobody reads its URL.
 * @throws UsageError where there is no such folder, or something else is in the file.
 */
export function openReadyFile(path: string): ReadyFile {
  checkOutputFolder('ready-file', path);
  if (existsSync(path) && !isReadyFile(path))
    throw new UsageError(`--ready-file: ${path} is something else, and stays as it is; name another file`);
  rmSync(path, { force: true });
  let written: string | undefined;
  return {
    write(url) {
      const beside = `${path}.${process.pid}.tmp`;
      try {
        writeFileSync(beside, `${url}\n`);
        // Whoever waits for it sees the whole line or no file.
        renameSync(beside, path);
      } finally {
        rmSync(beside, { force: true });
      }
      written = `${url}\n`;
    },
    remove() {
      // Another fake may have taken the file since.
      if (written !== undefined && existsSync(path) && readFileSync(path, 'utf8') === written) rmSync(path);
      written = undefined;
    },
  };
}

function isReadyFile(path: string): boolean {
  const status = statSync(path);
  if (!status.isFile() || status.size > maxBytes) return false;
  return /^(https?:\/\/\S+\n?)?$/.test(readFileSync(path, 'utf8'));
}
