import { flag } from '../wire/flag.ts';
import { language } from '../wire/language.ts';

/** The language of names in an answer. */
export const languageInput = () => ({
  /** Language of the names in the answer; the account's own when left out. */
  lang: language.optional(),
});

/** Names in every language beside the one in `name`. */
export const allLanguagesInput = () => ({
  /** 1 adds the names in all languages of the account: `nameENG`, `nameGER` and so on. */
  getAllLanguages: flag.optional(),
});
