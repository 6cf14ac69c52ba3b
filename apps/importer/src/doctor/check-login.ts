import { type ErplyClient, isErplyError } from '@erply-kit/client';
import { errorCode } from '@erply-kit/schemas';

import { type Finding, fail, ok, warn } from './finding.ts';

interface LoginInput {
  readonly client: Pick<ErplyClient, 'bulk' | 'getWarehouses'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** More apart than this, and what is called fresh here is not: watermarks follow Erply's clock. */
const mostApartSeconds = 60;

const adviceByCode: Readonly<Record<number, string>> = {
  1001: 'put ERPLY_CLIENT_CODE right',
  1051: 'put ERPLY_USERNAME and ERPLY_PASSWORD right before you try again: five wrong tries lock the user',
  1052: 'wait ten minutes, or let an administrator unlock the user',
  1053: 'give the user a password in Erply',
  1219: 'renew the password in Erply',
};

/**
 * Logs in once, never twice whatever comes, and compares the clocks.
 * @returns whether Erply can be asked more.
 */
export async function checkLogin({
  client,
  now,
  signal,
}: LoginInput): Promise<{ findings: Finding[]; isIn: boolean }> {
  const askedAt = now();
  try {
    const [result] = await client.bulk([client.getWarehouses.request({})], { signal });
    // A call that is refused was refused to somebody who is logged in.
    if (!result.ok && result.error.kind !== 'api') throw result.error;
    const findings = [ok('login', 'Erply takes the user and the password')];
    const status = result.ok ? result.answer.status : undefined;
    if (status) findings.push(checkClock(status.requestUnixTime, (askedAt + now()) / 2000));
    return { findings, isIn: true };
  } catch (error) {
    if (!isErplyError(error) || signal.aborted) throw error;
    const { code } = error;
    const meaning = code === undefined ? undefined : errorCode(code)?.meaning;
    const message = meaning === undefined ? error.message : `${error.message} ${meaning}`;
    return { findings: [fail('login', message, adviceOf(error.kind, code))], isIn: false };
  }
}

function adviceOf(kind: string, code: number | undefined): string {
  const known = code === undefined ? undefined : adviceByCode[code];
  if (known !== undefined) return known;
  if (kind === 'transport' || kind === 'timeout') return 'check the network, and ERPLY_API_URL if it is set';
  if (kind === 'quota') return 'wait for the turn of the hour; another integration uses the account up';
  return 'see docs/errors.md for the code';
}

function checkClock(serverSeconds: number, ownSeconds: number): Finding {
  if (!Number.isFinite(serverSeconds) || serverSeconds <= 0)
    return warn('clock', 'Erply does not say what time it is', 'run doctor again');
  const apart = Math.round(ownSeconds - serverSeconds);
  const words = apart < 0 ? 'behind' : 'ahead of';
  if (Math.abs(apart) <= mostApartSeconds)
    return ok('clock', `this machine and Erply are ${Math.abs(apart)} s apart`);
  return warn(
    'clock',
    `this machine is ${Math.abs(apart)} s ${words} Erply's clock`,
    'set its clock by NTP: --max-age and /healthz go by it',
  );
}
