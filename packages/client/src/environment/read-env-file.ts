import type { Variables } from './known-variables.ts';
import { parseEnvFile } from './parse-env-file.ts';
import { readTextFile, TextFileError } from './read-text-file.ts';
import { createUsageError } from './usage-error.ts';

interface EnvFileOptions {
  readonly alsoRead: readonly string[];
  readonly onNote: (note: string) => void;
}

/**
 * The variables of a file, none where it does not exist.
 *
 * @throws ErplyError of kind `usage` when it cannot be read, or one that matters can be read in two ways.
 */
export function readEnvFile(path: string, { alsoRead, onNote }: EnvFileOptions): Variables {
  const text = readText(path);
  if (text === undefined) return {};
  const { entries, unreadLines } = parseEnvFile(text);
  const variables: Record<string, string> = {};
  for (const { name, value, line, doubt } of entries) {
    const matters = name.startsWith('ERPLY_') || alsoRead.includes(name);
    if (matters && doubt !== undefined) throw createUsageError(`line ${line} of ${path}: ${name}: ${doubt}`);
    if (matters && Object.hasOwn(variables, name))
      onNote(`line ${line} of ${path} sets ${name} again: the last one counts`);
    variables[name] = value;
  }
  if (unreadLines.length > 0) onNote(`line ${unreadLines[0]} of ${path} is not NAME=value, and is left out`);
  return variables;
}

function readText(path: string): string | undefined {
  try {
    return readTextFile(path);
  } catch (error) {
    if (!(error instanceof TextFileError)) throw error;
    if (error.isMissing) return undefined;
    throw createUsageError(`the file ${path} ${error.message}`);
  }
}
