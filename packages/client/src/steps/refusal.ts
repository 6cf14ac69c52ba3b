import { errorCode, type Status } from '@erply-kit/schemas';

import { Fault } from '../errors/fault.ts';
import type { Flight } from '../flight.ts';

/** What Erply's status refuses, or `undefined` when all went well. The table of error codes says what may help. */
export function refusalOf(status: Status, flight: Flight): Fault | undefined {
  const { errorCode: code } = status;
  if (code === 0) {
    return status.responseStatus === 'error'
      ? new Fault('an error without a code', contradiction)
      : undefined;
  }
  const known = errorCode(code);
  const meaning = (known?.meaning ?? 'an error that no page explains').replace(/\.$/, '');
  const errorField = safeField(status.errorField);
  const message = `${meaning} (${code}${errorField === undefined ? '' : `, ${errorField}`})`;
  const facts = { code, errorField };
  switch (known?.action) {
    case 'logIn':
      return new Fault(message, { ...facts, kind: 'session', cure: flight.isLogin ? 'none' : 'logIn' });
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
      return new Fault(message, { ...facts, kind: flight.isLogin ? 'credentials' : 'api', cure: 'none' });
    default:
      return new Fault(message, { ...facts, kind: 'api', cure: 'none' });
  }
}

const contradiction = { kind: 'response', cure: 'none', isAmbiguous: true } as const;

/** The name of a parameter, and nothing else that a server may put there. */
function safeField(field: string | null | undefined): string | undefined {
  return field && /^[A-Za-z]\w{0,63}$/.test(field) ? field : undefined;
}
