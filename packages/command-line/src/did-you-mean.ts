import { closest } from '@erply-kit/schemas';

/** The word that was probably meant, where one is close enough: `; did you mean run?`, else nothing. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const meant = closest(typed, words);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}
