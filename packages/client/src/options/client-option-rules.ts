import type { ClientOptions, RetryOptions } from '../client-options.ts';
import { isLinkHost } from '../csv/link-host.ts';
import {
  aboveZero,
  callback,
  clock,
  filledText,
  flag,
  objectWith,
  oneOf,
  optionsOf,
  type RulesOf,
  required,
  textOrCallback,
  wholeNumber,
} from './option-rule.ts';

/** The server's own limit. */
const longestSessionSeconds = 86_400;

/** A login has seven fields. */
const leastFormFields = 10;

const retry: RulesOf<RetryOptions> = {
  attempts: wholeNumber(1),
  baseDelayMs: aboveZero,
  maxDelayMs: aboveZero,
};

/** What each option of `createClient` may be. */
export const clientOptionRules: RulesOf<ClientOptions> = {
  clientCode: required(filledText('100001')),
  username: required(filledText('api')),
  password: required(textOrCallback('text, or a function that fetches it')),
  url: filledText('https://100001.erply.com'),
  allowInsecure: flag,
  allowLinkHosts: {
    expected: 'a list of hosts such as files.example or files.example:8443',
    allows: (value) => Array.isArray(value) && value.every(isLinkHost),
  },
  sessionLengthSeconds: wholeNumber(1, longestSessionSeconds),
  sessionStore: objectWith(['get', 'set', 'delete']),
  limits: objectWith(
    ['acquire', 'observe', 'markUsedUp', 'isUsedUpByServer', 'pauseAddress'],
    'createLimits()',
  ),
  onQuota: oneOf('wait', 'fail'),
  maxUnits: aboveZero,
  retry: optionsOf(retry),
  timeoutMs: aboveZero,
  fileTimeoutMs: aboveZero,
  maxAnswerBytes: aboveZero,
  maxFileBytes: aboveZero,
  validation: oneOf('strict', 'warn', 'off'),
  bulkBytes: aboveZero,
  maxFormFields: wholeNumber(leastFormFields),
  onEvent: callback(),
  clock,
  random: callback(),
  newUUID: callback(),
  wait: callback(),
  transport: objectWith(['send', 'open'], 'createUndiciTransport()'),
};
