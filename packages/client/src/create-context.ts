import { createAnswerSizes } from './bulk/answer-sizes.ts';
import type { ClientOptions } from './client-options.ts';
import type { Context } from './context.ts';
import { Failure } from './errors/failure.ts';
import { isProgrammingError } from './errors/programming-error.ts';
import { scrubCause } from './errors/scrub-cause.ts';
import { createEmitter } from './events.ts';
import { limitUnits } from './limits/limit-units.ts';
import { createLimits } from './limits/limits.ts';
import { logIn } from './session/log-in.ts';
import { createMemorySessionStore } from './session/session-store.ts';
import { createSessions } from './session/sessions.ts';
import { createTolerantStore } from './session/tolerant-store.ts';
import { resolveSettings } from './settings.ts';
import { systemClock } from './time/clock.ts';
import { createWait } from './time/wait.ts';
import { createUsageCounter } from './usage.ts';
import { createRecordReader } from './validation/record-reader.ts';
import { warn } from './warn.ts';
import { createDefaultTransport } from '#platform';

/** Puts together what the calls of a client share. Whatever can be wrong with the options is found here. */
export function createContext(options: ClientOptions, closing: AbortSignal): Context {
  const settings = resolveSettings(options);
  const clock = options.clock ?? systemClock;
  const wait = options.wait ?? createWait(clock);
  const usage = createUsageCounter();
  const emit = createEmitter(options.onEvent, warn);
  const onDrift = (call: string, path: string) => {
    if (usage.countDrift(call, path) === 1) emit({ kind: 'drift', call, path });
  };
  const limits = options.limits ?? createLimits({ clock, wait });
  const context: Context = {
    settings,
    clock,
    wait,
    random: options.random ?? Math.random,
    newUUID: options.newUUID ?? (() => crypto.randomUUID()),
    transport: options.transport ?? createDefaultTransport(),
    limits: options.maxUnits === undefined ? limits : limitUnits(limits, options.maxUnits),
    usage,
    records: createRecordReader({ validation: settings.validation, onDrift }),
    answerSizes: createAnswerSizes(),
    emit,
    closing,
    sessions: createSessions({
      clock,
      store: createTolerantStore(options.sessionStore ?? createMemorySessionStore(), emit),
      storeKey: `${settings.account}/${encodeURIComponent(settings.username)}`,
      password: () => fetchPassword(options.password),
      logIn: (password, signal) => logIn(context, password, signal),
    }),
  };
  return context;
}

async function fetchPassword(password: ClientOptions['password']): Promise<string> {
  if (typeof password === 'string') return password;
  let fetched: unknown;
  try {
    fetched = await password();
  } catch (error) {
    if (isProgrammingError(error)) throw error;
    const cause = scrubCause(error);
    throw new Failure(`the password function failed (${cause.message})`, {
      kind: 'usage',
      recovery: 'none',
      cause,
    });
  }
  if (typeof fetched === 'string' && fetched !== '') return fetched;
  throw new Failure('the password function must give text', { kind: 'usage', recovery: 'none' });
}
