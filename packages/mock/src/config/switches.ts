import { closest } from '@erply-kit/schemas';

/**
 * Where public sources about Erply disagree or are silent, the fake has a switch. The first value is the default.
 * Numbers are switches without a list of values.
 */
export const switches = {
  bulkEnvelopeCost: { default: 0, about: 'quota units that a bulk request costs beside its sub-requests' },
  quotaCountsErrors: { default: 'yes', values: ['yes', 'no'], about: 'calls that fail cost quota, too' },
  errorBody: {
    default: 'auto',
    values: ['auto', 'A', 'B', 'C'],
    about:
      'keys of an error answer: A errorField and records null; B neither; C errorField and records []; auto: B before the call runs, A inside it',
  },
  plainContentType: {
    default: 'text/html; charset=UTF-8',
    values: ['text/html; charset=UTF-8', 'none'],
    about: 'Content-Type of an answer without sendContentType=1',
  },
  sessionErrorStatus: {
    default: 200,
    values: [200, 403],
    about: 'HTTP status of an answer with 1054 or 1055',
  },
  lockout: {
    default: '5/600',
    pattern: /^\d{1,6}\/\d{1,9}$/,
    about: 'wrong passwords that lock a user, and seconds it stays so; 0/0 never locks',
  },
  expiredKeySeconds: {
    default: 86_400,
    about: 'how long an expired session key is answered with 1054, then 1055',
  },
  sessionKeyLength: { default: 44, about: 'characters of a session key, 40 or 44', values: [44, 40] },
  sessionKeyInfoTypes: {
    default: 'string',
    values: ['string', 'number'],
    about: 'JSON type of the times that getSessionKeyInfo answers',
  },
  identityTokenSeconds: {
    default: 86_400,
    about: 'how long tokens are good for; one of the identity service is known to last 24 hours',
  },
  requestIdEcho: {
    default: 'asSent',
    values: ['asSent', 'string'],
    about: 'JSON type of an echoed requestID',
  },
  requestIdOmitted: {
    default: 'null',
    values: ['null', 'absent'],
    about: 'requestID of a sub-request that had none',
  },
  currentInvoiceAfterFailure: {
    default: 'refuse',
    values: ['refuse', 'create'],
    about:
      'CURRENT_INVOICE_ID after a saveSalesDocument that failed: refuse answers 1157 or 1158, create runs the call without it',
  },
  algorithm5Spreading: {
    default: 'largestRemainder',
    values: ['largestRemainder', 'none'],
    about:
      'version 5 of the invoice algorithm: largestRemainder makes cents of the tax of rows so that they add up, none rounds each row for itself',
  },
  orderReserves: {
    default: 'always',
    values: ['always', 'flag'],
    about: 'whether a confirmed ORDER reserves goods without reserveGoods=1: always, or only with that flag',
  },
  pageTooLarge: { default: 'clamp', values: ['clamp', '1016'], about: 'recordsOnPage above the maximum' },
  pageNonsense: {
    default: 'default',
    values: ['default', '1016'],
    about: 'pageNo or recordsOnPage of 0, negative or not a number',
  },
  getProductsMax: { default: 1000, about: 'the most products on a page' },
  getProductsMaxWithStock: {
    default: 100,
    values: [100, 200],
    about: 'the most products on a page with getStockInfo=1; 200 was measured on one live account',
  },
  discountPercentDecimals: {
    default: 'asSent',
    values: ['asSent', 0],
    about:
      'decimals of the discountPercent of a price list rule; one live account had whole numbers only (0)',
  },
  reportLinkSeconds: { default: 3600, about: 'how long a report link works' },
  reportLinkOnce: { default: 'no', values: ['no', 'yes'], about: 'a report link works once only' },
  reportLatin1Substitute: {
    default: '?',
    pattern: /^.{0,16}$/s,
    form: 'a text of at most 16 characters',
    about: 'what stands in a CSV file for a character that latin1 does not have',
  },
  changedSinceInclusive: {
    default: 'yes',
    values: ['yes', 'no'],
    about: 'changedSince includes its own second',
  },
  tooManyBody: {
    default: 'html',
    values: ['html', 'json'],
    about: 'body of an HTTP 429; the limit is of addresses, so only for the whole server',
  },
  bodyTypes: {
    default: 'php',
    values: ['php', 'any'],
    about:
      'bodies that are read as forms: php reads application/x-www-form-urlencoded and multipart/form-data with the boundary of its header, as PHP does; any goes by what a body looks like, whatever its Content-Type',
  },
  duplicateDocuments: {
    default: 'on',
    values: ['on', 'off'],
    about:
      'a new document or payment that is identical with one that there is, in all that was sent of it and with its own date and time, is not saved: the answer is ok and names the other one',
  },
  customerMatch: {
    default: 'none',
    values: ['none', 'code', 'email', 'card'],
    about:
      'what saveCustomer without customerID takes for a customer that exists: one with the same code, email or customerCardNumber is answered with alreadyExists and stays as it is; none makes a new one always',
  },
  customerLoginFailure: {
    default: 'error',
    values: ['error', 'empty'],
    about: 'a wrong name or password in verifyCustomerUser: error answers 1051, empty no record',
  },
  customerRegistry: {
    default: 'account',
    values: ['account', 'external'],
    about:
      'where the customers of the account live: external is a registry of its own, and getCustomers and saveCustomer answer 1120',
  },
  customerDataConfirmation: {
    default: 'no',
    values: ['no', 'yes'],
    about:
      'whether users have to confirm the rules of data protection (recordGDPRConfirmation, module employeeConsent): yes answers 1148 to customer calls until then',
  },
  maxInputVars: {
    default: 'off',
    pattern: /^(?:off|[1-9]\d{0,6})$/,
    form: 'off or a number',
    about:
      "variables that are read of a form, as PHP's max_input_vars limits them (1000 where PHP is as shipped); what comes later is lost",
  },
  merge: { default: 'body', values: ['body', 'query'], about: 'which wins when a parameter is in both' },
} as const satisfies Readonly<Record<string, SwitchDefinition>>;

interface SwitchDefinition {
  readonly default: string | number;
  readonly values?: readonly (string | number)[];
  /** What a free text has to look like. */
  readonly pattern?: RegExp;
  /** The same in words. @default the form of the default */
  readonly form?: string;
  readonly about: string;
}

export type SwitchName = keyof typeof switches;
type Value<TName extends SwitchName> = (typeof switches)[TName] extends { values: readonly (infer TValue)[] }
  ? TValue
  : (typeof switches)[TName]['default'] extends number
    ? number
    : string;

/** The standing of every switch. */
export type Switches = { readonly [TName in SwitchName]: Value<TName> };

/** A switch or value that does not exist. */
export class SwitchError extends Error {
  override readonly name = 'SwitchError';
}

export const defaultSwitches = Object.fromEntries(
  Object.entries(switches).map(([name, definition]) => [name, definition.default]),
) as unknown as Switches;

function readValue(name: SwitchName, value: unknown): string | number {
  const definition: SwitchDefinition = switches[name];
  const text = String(value);
  if (definition.values !== undefined) {
    const found = definition.values.find((allowed) => String(allowed) === text);
    if (found === undefined) throw new SwitchError(`${name}: not one of ${definition.values.join(', ')}`);
    return found;
  }
  if (typeof definition.default === 'string') {
    if (definition.pattern?.test(text) === false)
      throw new SwitchError(`${name}: not ${definition.form ?? `in the form of ${definition.default}`}`);
    return text;
  }
  const number = Number(text);
  if (text === '' || !Number.isFinite(number) || number < 0)
    throw new SwitchError(`${name}: not a number of 0 or more`);
  return number;
}

/**
 * Switches with some of them changed.
 * @throws SwitchError naming an unknown switch or value.
 */
export function changeSwitches(current: Switches, changes: Readonly<Record<string, unknown>>): Switches {
  const changed: Record<string, unknown> = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(switches, name)) {
      const names = ['maintenance', 'modules.NAME', ...Object.keys(switches)];
      const similar = closest(name, names);
      const hint = similar === undefined ? `there are: ${names.join(', ')}` : `did you mean ${similar}?`;
      throw new SwitchError(`unknown switch "${name.slice(0, 64)}"; ${hint}`);
    }
    changed[name] = readValue(name as SwitchName, value);
  }
  return changed as unknown as Switches;
}
