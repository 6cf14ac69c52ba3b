import { readFile } from 'node:fs/promises';

import { readFailure } from '../read-failure.ts';
import { BundleError, type ReplayOptions, type ReplayResult, replay } from '../replay.ts';
import { oneLine } from './one-line.ts';

async function readBundle(file: string): Promise<unknown> {
  let text: string;
  try {
    // A byte order mark is not JSON; a decoder leaves it out.
    text = new TextDecoder().decode(await readFile(file));
  } catch (error) {
    throw new BundleError(`${file} ${readFailure(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BundleError(`${file} is not JSON`);
  }
}

function linesOf({ asked, skipped, skippedWrites, missing, difference }: ReplayResult): string[] {
  const writes =
    skippedWrites === 0
      ? ''
      : ` ${skippedWrites} of them may have changed something, so what came after them may differ.`;
  return [
    `asked again: ${asked}`,
    ...(missing === 0 ? [] : [`not in the bundle: ${missing}, older than what the journal still had`]),
    ...(skipped === 0
      ? []
      : [
          `skipped: ${skipped}, since an input was masked or cut, or the request brought its own fault.${writes} With --journal full nothing is masked but secrets.`,
        ]),
    difference === undefined
      ? 'every answer was as it was'
      : `first difference: entry ${difference.entry}, ${difference.request || 'no request'}: ${difference.field} was ${JSON.stringify(difference.was) ?? 'not there'}, is ${JSON.stringify(difference.is) ?? 'not there'}`,
  ];
}

/**
 * Replays a bundle, and says what came of it. Answers the exit code: 1 where an answer is another one.
 * @throws BundleError for a file that cannot be used.
 */
export async function replayFile(
  { file, options }: { readonly file: string; readonly options: ReplayOptions },
  print: (line: string) => void,
): Promise<0 | 1> {
  const result = await replay(await readBundle(file), options);
  for (const line of linesOf(result)) print(oneLine(line));
  return result.difference === undefined ? 0 : 1;
}
