import {
  type AnyCall,
  calls,
  closest,
  type ErrorAction,
  errorCode,
  hasParameter,
  isProtocolParameter,
  type Status,
} from '@erply-kit/schemas';

import { Failure } from '../errors/failure.ts';
import { isKnownCall } from '../is-known-call.ts';

/** What was refused: a call, or a bulk request as a whole. */
interface Refused {
  readonly call: AnyCall | undefined;
  readonly isLogin: boolean;
}

/**
 * What Erply's status refuses, or `undefined` when all went well. The table of error codes says what may help. Of the
 * server's own words none gets into the message.
 */
export function findRefusal(status: Status, refused: Refused): Failure | undefined {
  const { errorCode: code } = status;
  if (!isErrorCode(code))
    return new Failure("an answer whose errorCode is not a number of Erply's", contradiction);
  if (code === 0) {
    return status.responseStatus === 'error'
      ? new Failure('an error without a code', contradiction)
      : undefined;
  }
  const known = errorCode(code);
  const meaning = (known?.meaning ?? 'an error that no page explains').replace(/\.$/, '');
  const errorField = parameterOf(status.errorField, refused.call);
  const details = [code, errorField, code === 1005 ? meantCall(refused.call) : undefined];
  const message = `${meaning} (${details.filter((detail) => detail !== undefined).join(', ')})`;
  const facts = { code, errorField };
  switch (known?.action) {
    case 'logIn':
      return new Failure(message, {
        ...facts,
        kind: 'session',
        recovery: refused.isLogin ? 'none' : 'logIn',
      });
    case 'waitForHour':
      return new Failure(message, { ...facts, kind: 'quota', recovery: 'nextHour' });
    case 'backOff':
      // An outside service may have failed after the call had done its own work.
      return new Failure(message, {
        ...facts,
        kind: 'api',
        recovery: 'longBackOff',
        isAmbiguous: known.kind === 'external',
      });
    case 'fixCredentials':
      return new Failure(message, { ...facts, kind: 'credentials', recovery: 'none' });
    case 'changeAccount':
      return new Failure(message, {
        ...facts,
        kind: refused.isLogin ? 'credentials' : 'api',
        recovery: 'none',
      });
    default:
      return isRepeat(known?.action, refused)
        ? createDuplicateFailure(message, code)
        : new Failure(message, { ...facts, kind: 'api', recovery: 'none' });
  }
}

/** Of a call without a key the same code says only that something is done already. */
const isRepeat = (action: ErrorAction | undefined, { call }: Refused) =>
  action === 'treatAsDone' && call?.repeat !== undefined;

function createDuplicateFailure(message: string, code: number): Failure {
  const consequence = 'this one saved nothing, and no call tells the ID';
  return new Failure(`${message}; ${consequence}`, { code, kind: 'duplicate', recovery: 'none' });
}

/** The call that was probably meant by a name that the schemas do not know. */
function meantCall(call: AnyCall | undefined): string | undefined {
  if (call === undefined || isKnownCall(call.name)) return undefined;
  const meant = closest(call.name, Object.keys(calls));
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

/** Erply's codes have four digits; 0 is not one of them. A longer number may be anything, that of a person or a card too. */
export const isErrorCode = (code: unknown): code is number =>
  typeof code === 'number' && Number.isSafeInteger(code) && code >= 0 && code <= 9999;

const contradiction = { kind: 'response', recovery: 'none', isAmbiguous: true } as const;

/** The name of a parameter that the call has. A server may put anything there, the session key too. */
function parameterOf(field: unknown, call: AnyCall | undefined): string | undefined {
  if (typeof field !== 'string') return undefined;
  const isKnown = isProtocolParameter(field) || (call !== undefined && hasParameter(call, field));
  return isKnown ? field : undefined;
}
