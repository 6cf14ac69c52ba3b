import { text } from '../wire/text.ts';

/** Fields that only `getAllLanguages` gives. */
export const languageNameFields = [
  'nameENG',
  'nameSPA',
  'nameGER',
  'nameSWE',
  'nameFIN',
  'nameRUS',
  'nameEST',
  'nameLAT',
  'nameLIT',
  'nameGRE',
] as const;

/** A record's names in all languages; only with `getAllLanguages`, and only in those that the account has. */
export const languageNames = () => ({
  /** Name in English; only with `getAllLanguages`, if the account has the language. */
  nameENG: text.optional(),
  /** Name in Spanish; only with `getAllLanguages`, if the account has the language. */
  nameSPA: text.optional(),
  /** Name in German; only with `getAllLanguages`, if the account has the language. */
  nameGER: text.optional(),
  /** Name in Swedish; only with `getAllLanguages`, if the account has the language. */
  nameSWE: text.optional(),
  /** Name in Finnish; only with `getAllLanguages`, if the account has the language. */
  nameFIN: text.optional(),
  /** Name in Russian; only with `getAllLanguages`, if the account has the language. */
  nameRUS: text.optional(),
  /** Name in Estonian; only with `getAllLanguages`, if the account has the language. */
  nameEST: text.optional(),
  /** Name in Latvian; only with `getAllLanguages`, if the account has the language. */
  nameLAT: text.optional(),
  /** Name in Lithuanian; only with `getAllLanguages`, if the account has the language. */
  nameLIT: text.optional(),
  /** Name in Greek; only with `getAllLanguages`, if the account has the language. */
  nameGRE: text.optional(),
});

/** The names of a record that is saved, one for each language. */
export const languageNameInputs = () => ({
  /** Name in English. */
  nameENG: text.optional(),
  /** Name in Spanish. */
  nameSPA: text.optional(),
  /** Name in German. */
  nameGER: text.optional(),
  /** Name in Swedish. */
  nameSWE: text.optional(),
  /** Name in Finnish. */
  nameFIN: text.optional(),
  /** Name in Russian. */
  nameRUS: text.optional(),
  /** Name in Estonian. */
  nameEST: text.optional(),
  /** Name in Latvian. */
  nameLAT: text.optional(),
  /** Name in Lithuanian. */
  nameLIT: text.optional(),
  /** Name in Greek. */
  nameGRE: text.optional(),
});

/** The languages that most saves of classifiers take names in. */
export const classifierNameFields = ['nameEST', 'nameENG', 'nameLAT', 'nameRUS', 'nameFIN'] as const;

/** The names of a classifier that is saved: fewer languages than elsewhere. */
export const classifierNameInputs = () => ({
  /** Name in Estonian. */
  nameEST: text.optional(),
  /** Name in English. */
  nameENG: text.optional(),
  /** Name in Latvian. */
  nameLAT: text.optional(),
  /** Name in Russian. */
  nameRUS: text.optional(),
  /** Name in Finnish. */
  nameFIN: text.optional(),
});
