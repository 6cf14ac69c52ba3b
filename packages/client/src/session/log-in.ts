import { calls } from '@erply-kit/schemas';

import { planRequest } from '../api-request.ts';
import { runCall } from '../call.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors/failure.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import { beginLifetime } from '../time/lifetime.ts';
import type { Grant } from './sessions.ts';

/** Where the server is silent or talks nonsense about the length. */
const defaultSessionSeconds = 3600;

/** Logs in. The password goes into the body of this one request and nowhere else. */
export async function logIn(context: Context, password: string, signal: AbortSignal): Promise<Grant> {
  const { settings, clock, usage } = context;
  const lifetime = beginLifetime({
    clock,
    signals: [{ signal, message: 'nobody waits for the login any more' }],
  });
  const input = {
    username: settings.username,
    password,
    // Nobody here uses it, and a token that does not exist cannot leak.
    doNotGenerateIdentityToken: 1 as const,
    ...(settings.sessionLengthSeconds === undefined ? {} : { sessionLength: settings.sessionLengthSeconds }),
  };
  try {
    const request = planRequest({ items: [{ call: calls.verifyUser, input }], lifetime, isLogin: true });
    const { answer, attempts } = await runCall(request, context);
    const [session] = answer.records as { sessionKey: string; sessionLength: unknown }[];
    if (!session) {
      const failure = new Failure('the login was answered without a session', {
        kind: 'response',
        recovery: 'none',
      });
      throw toErplyError(failure, { ...request, attempt: attempts });
    }
    const { sessionKey, sessionLength } = session;
    const granted =
      typeof sessionLength === 'number' && sessionLength > 0 ? sessionLength : defaultSessionSeconds;
    usage.logins += 1;
    context.emit({ kind: 'login', sessionSeconds: granted });
    return { sessionKey, sessionLengthSeconds: granted };
  } finally {
    lifetime.end();
  }
}
