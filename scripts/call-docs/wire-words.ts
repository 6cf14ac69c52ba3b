import { code } from './markdown.ts';
import type { Form } from './schema-shape.ts';

/** What a value is, by the name of its codec. The JSON type beside it says whether it is in quotes. */
const words: Readonly<Record<string, string>> = {
  id: 'ID',
  idString: 'ID',
  integer: 'integer',
  integerString: 'integer',
  decimal: 'decimal',
  decimalString: 'decimal',
  filledDecimalString: 'decimal',
  priceString: 'decimal',
  nullableDecimal: 'decimal',
  nullableInteger: 'integer',
  flag: '0 or 1',
  flagString: '0 or 1',
  oneOrNull: '1 or null',
  boolean: 'true or false',
  text: 'text',
  filledText: 'text',
  nullableText: 'text',
  word: 'text, as a rule',
  oneOf: 'one of',
  anyCaseOf: 'one of',
  someOf: 'any of',
  unixSeconds: 'Unix seconds',
  unixSecondsString: 'Unix seconds',
  isoDate: 'date, `yyyy-mm-dd`',
  isoDateTime: 'date and time, `yyyy-mm-dd hh:mm:ss`',
  temporaryUUID: 'letters, digits, dots and hyphens',
  timeOfDay: 'time, `hh:mm:ss`',
  zeroDate: 'date, `yyyy-mm-dd`',
  monthDay: 'day of the year, `MM-DD`',
  idList: 'IDs, with commas between',
  allowedIDList: 'IDs, with commas between',
  checkedIDList: 'IDs, with commas between',
  wordList: 'words, with commas between',
  language: 'one of the languages',
  array: 'list',
  object: 'object',
  map: 'object, by key',
  anything: 'nothing is known of it',
  oneOrMany: 'object, or list of them',
  rows: 'numbered rows',
};

/** Says in words what a value is. */
export function valueWords(form: Form): string {
  const known = words[form.name];
  if (!known)
    throw new Error(`no words for the codec "${form.name}"; add them to scripts/call-docs/wire-words.ts`);
  const values = (form.values ?? []).map(code).join(', ');
  const between = form.name === 'someOf' ? ', with commas between' : form.anyCase ? ', in any case' : '';
  return values ? `${known} ${values}${between}` : known;
}

/** Says how the wire shows that a field has no value. */
export function unsetWords(form: Form, isOptional: boolean): string {
  const spelled = form.unset === undefined ? undefined : code(JSON.stringify(form.unset));
  if (isOptional) return spelled ? `${spelled}, or left out` : 'left out';
  if (spelled) return spelled;
  return form.name === 'array' ? code('[]') : 'always set';
}
