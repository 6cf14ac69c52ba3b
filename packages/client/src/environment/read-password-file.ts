import { cleanValue } from './clean-value.ts';
import { readTextFile, TextFileError } from './read-text-file.ts';
import { createUsageError } from './usage-error.ts';

/** Its path stays out of messages: it may be the password, set in the wrong place. */
const file = 'the file that ERPLY_PASSWORD_FILE names';

/** Reads a file that holds a password and nothing else. */
export function readPasswordFile(path: string, onNote: (note: string) => void): string {
  const password = cleanValue(file, readText(path), onNote);
  if (password === '') throw createUsageError(`${file} is empty`);
  return password;
}

function readText(path: string): string {
  try {
    return readTextFile(path);
  } catch (error) {
    throw error instanceof TextFileError ? createUsageError(`${file} ${error.message}`) : error;
  }
}
