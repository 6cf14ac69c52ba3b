import { isProtocolParameter, plainDecimal } from '@erply-kit/schemas';

import { createMisuseError } from '../options/misuse.ts';

/** A value of an input of an unknown call. `true` and `false` are sent as 1 and 0, a list with commas between. */
export type UnknownInputValue = string | number | boolean | readonly (string | number)[] | undefined;

/** Input of a call that the schemas do not know: values by the names of Erply's parameters. */
export type UnknownInput = Readonly<Record<string, UnknownInputValue>>;

/** The longest name of a parameter that we know has 35 letters. PHP would read dots and brackets in another way. */
const possibleName = /^[A-Za-z]\w{0,127}$/;

/** Protocol parameters that a call may be given as an input; the others are the client's own business. */
const openProtocolParameters = new Set(['responseMode', 'getFields', 'lang']);

/**
 * The input of an unknown call as it is sent, all text; what is `undefined` is left out.
 * @throws ErplyError of kind `usage` that names the first parameter that cannot be sent, never its value.
 */
export function unknownInputTexts(call: string, input: UnknownInput): Record<string, string> {
  const refuse = (problem: string): never => {
    throw createMisuseError({ name: call, call }, `wrong input: ${problem}`);
  };
  const texts = Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    if (!possibleName.test(name))
      return refuse('a name is not that of a parameter: letters, digits and _, such as productID');
    if (isProtocolParameter(name) && !openProtocolParameters.has(name))
      return refuse(`${name} is a parameter of the protocol and not of a call: leave it out`);
    return [[name, textOf(value, (problem) => refuse(`${name}${problem}`))]];
  });
  return Object.fromEntries(texts);
}

/** What is wrong, as the end of a sentence that begins with the name. */
type Refuse = (problem: string) => never;

function textOf(value: UnknownInputValue, refuse: Refuse): string {
  // Erply's flags are 1 and 0; PHP would take the word false for true.
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (!Array.isArray(value)) return scalarText(value, refuse);
  if (value.length === 0)
    return refuse(' is an empty list, which Erply takes for an input that was not sent: leave it out');
  // A place that is not set is an element too.
  return Array.from(value as readonly unknown[])
    .map((element, index) => elementText(element, (problem) => refuse(`[${index}]${problem}`)))
    .join(',');
}

function scalarText(value: unknown, refuse: Refuse): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, refuse);
  return refuse(
    ' must be text, a number, true, false or a list of texts or numbers; what is not to be sent is left out',
  );
}

function numberText(value: number, refuse: Refuse): string {
  if (!Number.isFinite(value)) return refuse(' is not a number that can be sent');
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return refuse(' has more digits than a number keeps: give it as text');
  return plainDecimal(value);
}

function elementText(element: unknown, refuse: Refuse): string {
  if (typeof element === 'number') return numberText(element, refuse);
  if (typeof element !== 'string') return refuse(' must be text or a number');
  if (element === '') return refuse(' is empty, and Erply leaves out what is empty in a list');
  if (element.includes(','))
    return refuse(' has a comma, which ends an element of a list: give the whole list as one text');
  return element;
}
