import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

/** Reads an option that takes one of a few words; throws `UsageError` with the words. */
export function oneOf<const TWord extends string>(
  option: string,
  text: string,
  words: readonly TWord[],
): TWord {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new UsageError(`${option} ${text}: choose ${words.join(' or ')}${didYouMean(text, words)}`);
  return found;
}
