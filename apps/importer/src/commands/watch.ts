import type { ClientEvent } from '@erply-kit/client';
import { connect, describeFailure, readAccount } from '@erply-kit/command-line/erply';
import { limits } from '@erply-kit/schemas';

import manifest from '../../package.json' with { type: 'json' };
import type { CommandIO } from '../command-io.ts';
import { DatabaseError } from '../database/database-error.ts';
import { type Heartbeat, openHeartbeat } from '../monitor/heartbeat.ts';
import { openMonitor } from '../monitor/open-monitor.ts';
import { addressOf } from '../options/database-options.ts';
import { type GivenWatch, readWatchOptions, watchOptions } from '../options/watch-options.ts';
import { waitLine } from '../output/progress.ts';
import { createTextLog, type EventLog } from '../watch/event-log.ts';
import { createProgressLog } from '../watch/progress-log.ts';
import { watchImport } from '../watch/watch-import.ts';
import { createWatchState, type WatchState } from '../watch/watch-state.ts';
import { defineCommand } from './command.ts';

/** `importer watch`: keeps the copy fresh, until SIGTERM or SIGINT ends it behind a transaction. */
export const watch = defineCommand({ options: watchOptions, read: readWatchOptions, run: keepFresh });

async function keepFresh(given: GivenWatch, io: CommandIO): Promise<number> {
  const { environment, signal, now, outside } = io;
  const { connection, lanes, fields, everyMs } = given;
  const log = await openLog(given, io);
  const database = addressOf(given, io);
  const credentials = readAccount(environment, connection);
  const state = createWatchState(now, limits.quotaUnitsPerHour);
  const failureOf = (error: unknown) => describeFailure(error, { ownError: DatabaseError, environment });
  await using client = connect(credentials, noteClient(state, log));
  await using _monitor = await openMonitor({ given, io, state, log, clientCode: credentials.clientCode });
  log({
    level: 'info',
    event: 'started',
    message: `keeps ${database.label} fresh`,
    facts: { version: manifest.version, database: database.label },
  });
  try {
    await watchImport({
      ...{ client, credentials, database, lanes, fields, everyMs, signal, now, state, log },
      ...{ sleep: outside.sleep, random: outside.random },
      heartbeat: heartbeatOf(given, io, log),
      onProgress: createProgressLog(log, now),
      describe: (error) => failureOf(error).message,
    });
  } catch (error) {
    const { message, exitCode } = failureOf(error);
    log({ level: 'error', event: 'failed', message, facts: { exitCode } });
    return exitCode;
  }
  log({ level: 'info', event: 'stopped', message: 'stopped; what is under way goes on at the next start' });
  return 0;
}

async function openLog({ log, level }: GivenWatch, { stderr, now }: CommandIO): Promise<EventLog> {
  const options = { out: stderr, level, now };
  const isText = log === undefined ? stderr.isTTY === true : log === 'text';
  // Whoever reads lines need not load what writes JSON.
  return isText ? createTextLog(options) : (await import('../watch/json-log.ts')).createJsonLog(options);
}

function heartbeatOf({ heartbeat: given }: GivenWatch, io: CommandIO, log: EventLog): Heartbeat {
  const { environment, signal, outside } = io;
  const note = (message: string) => log({ level: 'warn', event: 'heartbeatFailed', message });
  const { fetch, sleep } = outside;
  return openHeartbeat({ given, variables: environment.variables, signal, note, fetch, sleep });
}

/** What the client reports, to the state and, where it is not everyday, to the log. */
const noteClient = (state: WatchState, log: EventLog) => (event: ClientEvent) => {
  state.client(event);
  if (event.kind === 'quotaWait') {
    const { call, resumesAt } = event;
    log({ level: 'warn', event: 'quotaWait', message: waitLine(resumesAt), facts: { call, resumesAt } });
  } else if (event.kind === 'retry') {
    const { call, attempt, delayMs, reason } = event;
    log({
      level: 'warn',
      event: 'retry',
      message: `${call}: ${reason}; sent again`,
      facts: { call, attempt, delayMs },
    });
  } else if (event.kind === 'drift') {
    const { call, path } = event;
    log({
      level: 'warn',
      event: 'drift',
      message: `${call}: ${path} is not what it should be`,
      facts: { call, path },
    });
  } else if (event.kind === 'request') {
    const { kind: _, input: __, ...facts } = event;
    log({ level: 'debug', event: 'request', message: `${event.call} took ${event.durationMs} ms`, facts });
  }
};
