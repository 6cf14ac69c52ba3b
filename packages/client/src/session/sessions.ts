import { ErplyError } from '../errors/erply-error.ts';
import type { Clock } from '../time/clock.ts';
import type { SessionStore } from './session-store.ts';
import { createSingleFlight } from './single-flight.ts';

/** What a login gives. */
export interface Grant {
  readonly sessionKey: string;
  /** As the server granted it, whatever was asked for. */
  readonly sessionLengthSeconds: number;
}

export interface SessionsOptions {
  readonly clock: Clock;
  readonly store: SessionStore;
  /** What the store knows this session by. */
  readonly storeKey: string;
  readonly password: () => Promise<string>;
  readonly logIn: (password: string, signal: AbortSignal) => Promise<Grant>;
}

/** The session of one client, whatever the number of callers. */
export interface Sessions {
  /** A key that should be good: the one at hand, one from the store, or that of a login that all callers share. */
  use(signal: AbortSignal): Promise<string>;
  /** Whether a text has the session key or the password in it, in any case. */
  isSecret(text: string): boolean;
  /** The server refused the key, with 1054 or 1055. */
  drop(sessionKey: string): void;
}

/** A session is renewed so long before its end; a very short one when a tenth of it is left. */
const renewalMarginMs = 30_000;

export function createSessions(options: SessionsOptions): Sessions {
  const { clock, store, storeKey } = options;
  let session: { readonly key: string; readonly renewAtMs: number } | undefined;
  let droppedKey: string | undefined;
  let refusal: { readonly password: string; readonly error: ErplyError } | undefined;
  let lastPassword: string | undefined;

  const fromStore = async () => {
    const stored = await store.get(storeKey);
    if (stored === undefined) return undefined;
    if (stored.sessionKey === droppedKey) {
      await store.delete(storeKey);
      return undefined;
    }
    const goodForMs = stored.expiresAt - clock.now() - renewalMarginMs;
    if (goodForMs <= 0) return undefined;
    session = { key: stored.sessionKey, renewAtMs: clock.monotonic() + goodForMs };
    return stored.sessionKey;
  };
  const fromLogin = async (signal: AbortSignal) => {
    const password = await options.password();
    lastPassword = password;
    if (refusal?.password === password) throw createKnownRefusal(refusal.error);
    // From before the request: the server starts to count while it is on its way.
    const askedAtMs = clock.monotonic();
    const grant = await options.logIn(password, signal).catch((error: unknown) => {
      if (error instanceof ErplyError && error.kind === 'credentials') refusal = { password, error };
      throw error;
    });
    const lengthMs = grant.sessionLengthSeconds * 1000;
    const renewAtMs = askedAtMs + lengthMs - Math.min(renewalMarginMs, lengthMs / 10);
    session = { key: grant.sessionKey, renewAtMs };
    const expiresAt = clock.now() + lengthMs - (clock.monotonic() - askedAtMs);
    await store.set(storeKey, { sessionKey: grant.sessionKey, expiresAt });
    return grant.sessionKey;
  };
  const renew = createSingleFlight(async (signal) => (await fromStore()) ?? fromLogin(signal));

  return {
    async use(signal) {
      if (session && session.renewAtMs > clock.monotonic()) return session.key;
      session = undefined;
      return renew(signal);
    },
    isSecret: (text) => [session?.key, droppedKey, lastPassword].some((secret) => contains(text, secret)),
    drop(sessionKey) {
      droppedKey = sessionKey;
      if (session?.key === sessionKey) session = undefined;
    },
  };
}

const contains = (text: string, secret: string | undefined) =>
  secret !== undefined && secret !== '' && text.toLowerCase().includes(secret.toLowerCase());

/** Five wrong tries lock the user for everybody, so the server is asked once. */
function createKnownRefusal(error: ErplyError): ErplyError {
  return new ErplyError(
    `verifyUser: user name or password were refused before (${error.code}); not asked again until the client is given others.`,
    { kind: 'credentials', call: 'verifyUser', code: error.code },
  );
}
