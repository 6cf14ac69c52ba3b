import { pino } from 'pino';

import { escapeControls } from '@erply-kit/command-line';

import type { EventLog, LogOptions } from './event-log.ts';

/** Nothing of ours has such names: should that ever change, it does not reach a log. */
const secrets = ['password', 'sessionKey', 'token', 'authorization', 'url', 'heartbeat', 'record', 'body'];

/** For machines: one line of JSON an event. */
export function createJsonLog({ out, level, now }: LogOptions): EventLog {
  const write = (line: string) => out.write(escapeControls(line));
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: secrets, censor: '[removed]' },
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return (entry) => logger[entry.level]({ event: entry.event, ...entry.facts }, entry.message);
}
