import { type AnyCall, errorCode, hasParameter, isProtocolParameter, type Status } from '@erply-kit/schemas';

import { Fault } from '../errors/fault.ts';

/** What was refused: a call, or a bulk request as a whole. */
interface Refused {
  readonly call: AnyCall | undefined;
  readonly isLogin: boolean;
}

/**
 * What Erply's status refuses, or `undefined` when all went well. The table of error codes says what may help. Of the
 * server's own words none gets into the message.
 */
export function refusalOf(status: Status, refused: Refused): Fault | undefined {
  const { errorCode: code } = status;
  if (!isErrorCode(code))
    return new Fault("an answer whose errorCode is not a number of Erply's", contradiction);
  if (code === 0) {
    return status.responseStatus === 'error'
      ? new Fault('an error without a code', contradiction)
      : undefined;
  }
  const known = errorCode(code);
  const meaning = (known?.meaning ?? 'an error that no page explains').replace(/\.$/, '');
  const errorField = parameterOf(status.errorField, refused.call);
  const message = `${meaning} (${code}${errorField === undefined ? '' : `, ${errorField}`})`;
  const facts = { code, errorField };
  switch (known?.action) {
    case 'logIn':
      return new Fault(message, { ...facts, kind: 'session', cure: refused.isLogin ? 'none' : 'logIn' });
    case 'waitForHour':
      return new Fault(message, { ...facts, kind: 'quota', cure: 'nextHour' });
    case 'backOff':
      // An outside service may have failed after the call had done its own work.
      return new Fault(message, {
        ...facts,
        kind: 'api',
        cure: 'longBackOff',
        isAmbiguous: known.kind === 'external',
      });
    case 'fixCredentials':
      return new Fault(message, { ...facts, kind: 'credentials', cure: 'none' });
    case 'changeAccount':
      return new Fault(message, { ...facts, kind: refused.isLogin ? 'credentials' : 'api', cure: 'none' });
    default:
      return new Fault(message, { ...facts, kind: 'api', cure: 'none' });
  }
}

/** Erply's codes have four digits; 0 is none. A longer number may be anything, that of a person or a card too. */
export const isErrorCode = (code: unknown): code is number =>
  typeof code === 'number' && Number.isSafeInteger(code) && code >= 0 && code <= 9999;

const contradiction = { kind: 'response', cure: 'none', isAmbiguous: true } as const;

/** The name of a parameter that the call has. A server may put anything there, the session key too. */
function parameterOf(field: unknown, call: AnyCall | undefined): string | undefined {
  if (typeof field !== 'string') return undefined;
  const isKnown = isProtocolParameter(field) || (call !== undefined && hasParameter(call, field));
  return isKnown ? field : undefined;
}
