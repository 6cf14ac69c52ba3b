import { flag } from '../wire/flag.ts';
import { oneOf } from '../wire/text.ts';

/** Languages that names can be asked in. */
const languages = ['eng', 'spa', 'ger', 'swe', 'fin', 'rus', 'est', 'lat', 'lit', 'gre'] as const;

/** The language of names in an answer. */
export const languageInput = () => ({
  /** Language of the names in the answer; the account's own when left out. */
  lang: oneOf(languages).optional(),
});

/** Names in every language beside the one in `name`. */
export const allLanguagesInput = () => ({
  /** 1 adds the names in all languages of the account: `nameENG`, `nameGER` and so on. */
  getAllLanguages: flag.optional(),
});
