import * as z from 'zod';

import { type AnyCall, type Wire, wireOf } from '@erply-kit/schemas';

import { callOptionRules } from '../options/call-option-rules.ts';
import { describeUnknownName } from '../options/check-options.ts';

const wholeNumber = 'a whole number';
const decimal = 'a number';
const zeroOrOne = '0 or 1';
const day = "a day as text, such as '2026-01-31'";
const dayAndTime = "a day and a time of it as text, such as '2026-01-31 15:40:00'";
const words = (wire: Wire) => (wire.values === undefined ? 'text' : `one of ${wire.values.join(', ')}`);

/** An example of seconds since 1970. */
export const secondsExample = 'Math.floor(Date.now() / 1000)';
const seconds = `whole seconds since 1970, such as ${secondsExample}`;

/** What an input may be, by the codec of its definition. */
const expectedBy: Readonly<Record<string, string | ((wire: Wire) => string)>> = {
  id: wholeNumber,
  idString: wholeNumber,
  integer: wholeNumber,
  integerString: wholeNumber,
  unixSeconds: seconds,
  unixSecondsString: seconds,
  decimal,
  decimalString: decimal,
  filledDecimalString: decimal,
  priceString: decimal,
  nullableDecimal: decimal,
  flag: zeroOrOne,
  flagString: zeroOrOne,
  boolean: 'true or false',
  isoDate: day,
  monthDay: 'a day of the year as MM-DD',
  zeroDate: day,
  isoDateTime: dayAndTime,
  idList: 'a list of whole numbers',
  allowedIDList: 'a list of whole numbers',
  checkedIDList: 'a list of whole numbers',
  wordList: 'a list of words',
  someOf: (wire) => `a list of ${words(wire)}`,
  text: 'text',
  filledText: 'text',
  nullableText: 'text',
  word: words,
  oneOf: words,
  anyCaseOf: words,
  language: words,
  rows: 'a list of objects',
  perNumber: 'an object of values by their numbers',
  temporaryUUID: 'at most 128 letters, digits, dots and hyphens',
  timeOfDay: 'a time hh:mm:ss',
  perWord: 'an object of values by their words',
};

/** What is wrong with the input of a call: the path and what belongs there, never the value. */
export function describeIssue(call: AnyCall, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return unknownInputs(call, issue);
  const { path, schema } = inputAt(call, issue.path);
  const field = path.join('.');
  if (issue.code === 'custom') return `${field} is ${issue.message}`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `${field} has more than ${issue.maximum} elements`;
  const wire = schema && wireOf(schema);
  const expected = expectedBy[wire?.name ?? ''];
  if (wire === undefined || expected === undefined) return `${field} is ${issue.message}`;
  return `${field} must be ${typeof expected === 'string' ? expected : expected(wire)}`;
}

/** The input, or the cell of a row, that a path leads to or into. */
function inputAt(call: AnyCall, path: readonly PropertyKey[]) {
  const [name = '', row = '', cell = ''] = path.map(String);
  const schema = (call.input() as Readonly<Record<string, z.ZodType>>)[name];
  const own = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const ofRow =
    own instanceof z.ZodArray && own.element instanceof z.ZodObject ? own.element.shape[cell] : undefined;
  return ofRow === undefined
    ? { path: [name], schema }
    : { path: [name, row, cell], schema: ofRow as z.ZodType };
}

function unknownInputs(call: AnyCall, issue: z.core.$ZodIssueUnrecognizedKeys): string {
  const row = issue.path.length > 0 ? `${issue.path.map(String).join('.')} ` : '';
  const known = issue.path.length > 0 ? [] : Object.keys(call.input());
  return issue.keys
    .map((key) => {
      const { name, hint } = describeUnknownName(key, known);
      const isOption = issue.path.length === 0 && Object.hasOwn(callOptionRules, key);
      const advice = isOption ? 'it is an option, which comes after the input' : hint;
      return `${row}has no input ${name}${advice === undefined ? '' : ` (${advice})`}`;
    })
    .join('; ');
}
