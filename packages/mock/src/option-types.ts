import { closest } from '@erply-kit/schemas';

import { type MockOptions, OptionError } from './options.ts';

type OptionType =
  | 'number'
  | 'text'
  | 'number or text'
  | 'flag'
  | 'list'
  | 'object'
  | 'text or object'
  | 'function';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isObject = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';

const types: Readonly<Record<OptionType, { expected: string; allows: (value: unknown) => boolean }>> = {
  number: { expected: 'a number', allows: isNumber },
  text: { expected: 'text', allows: isText },
  'number or text': { expected: 'a number or text', allows: (value) => isNumber(value) || isText(value) },
  flag: { expected: 'true or false', allows: (value) => typeof value === 'boolean' },
  list: { expected: 'a list of texts', allows: (value) => Array.isArray(value) && value.every(isText) },
  object: { expected: 'an object', allows: isObject },
  'text or object': {
    expected: 'text or an object',
    allows: (value) => isText(value) || isObject(value),
  },
  function: { expected: 'a function', allows: (value) => typeof value === 'function' },
};

/** The type of every option; a new one does not compile without its own. */
const optionTypes: { readonly [K in keyof Required<MockOptions>]: OptionType } = {
  seed: 'number',
  dataset: 'text',
  data: 'text or object',
  products: 'number',
  customers: 'number',
  warehouses: 'number',
  documents: 'number',
  quota: 'number',
  rateLimit: 'flag',
  accounts: 'list',
  maxAccounts: 'number',
  maxAccountMegabytes: 'number',
  stubs: 'object',
  strict: 'flag',
  now: 'number or text',
  frozen: 'flag',
  set: 'object',
  maxBodyBytes: 'number',
  maxParameters: 'number',
  cacheMegabytes: 'number',
  cors: 'list',
  publicUrl: 'text',
  controlToken: 'text',
  journal: 'text',
  onRequest: 'function',
  onNote: 'function',
  realTime: 'function',
  sleep: 'function',
};

/** What only `startMock` takes. */
const startNames = ['port', 'host', 'tls', 'state'];

/**
 * Checks that there are options of these names, of these types; `undefined` counts as left out.
 * @throws OptionError
 */
export function checkOptionTypes(options: unknown): void {
  if (!isObject(options)) throw new OptionError('the options need an object, as { seed: 1 }');
  for (const [name, value] of Object.entries(options as object)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(optionTypes, name)) throw unknownOption(name);
    const { expected, allows } = types[optionTypes[name as keyof MockOptions]];
    if (!allows(value)) throw new OptionError(`${name} needs ${expected}`);
  }
}

function unknownOption(name: string): OptionError {
  const names = [...Object.keys(optionTypes), ...startNames];
  const similar = closest(name, names);
  const hint = similar === undefined ? `there are ${names.join(', ')}` : `did you mean ${similar}?`;
  return new OptionError(`there is no option ${JSON.stringify(name.slice(0, 64))}; ${hint}`);
}
