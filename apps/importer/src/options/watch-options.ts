import { readDuration, UsageError } from '@erply-kit/command-line';
import { type ListenAddress, readListenAddress } from '@erply-kit/command-line/server';

import { type FieldChoices, fieldFlags, readFieldChoices } from '../lane-arguments.ts';
import { readHeartbeatUrl } from '../monitor/heartbeat.ts';
import { type Level, levels } from '../watch/event-log.ts';
import type { Given, OptionDeclarations } from './option.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from './reading-options.ts';

/** What `watch` takes. */
export const watchOptions: OptionDeclarations = {
  ...readingOptions,
  ...fieldFlags,
  every: { type: 'string' },
  'max-age': { type: 'string' },
  listen: { type: 'string' },
  'listen-token-file': { type: 'string' },
  public: { type: 'boolean' },
  'allow-host': { type: 'string' },
  heartbeat: { type: 'string' },
  log: { type: 'string' },
  'log-level': { type: 'string' },
};

export interface GivenWatch extends ReadingOptions {
  readonly fields: FieldChoices;
  readonly everyMs: number;
  /** How old watermarks may be. */
  readonly maxAgeMs: number;
  readonly listen?: ListenAddress;
  readonly tokenFile?: string;
  readonly isPublic: boolean;
  readonly allowHosts: readonly string[];
  readonly heartbeat?: URL;
  /** Absent: text on a terminal, JSON elsewhere. */
  readonly log?: 'text' | 'json';
  readonly level: Level;
}

const defaultEvery = '5m';
const leastEveryMs = 10_000;

/** By default, two runs may fail before the copy counts as late. */
const leastMaxAgeMs = 15 * 60_000;

export function readWatchOptions(given: Given): GivenWatch {
  const { texts, switches } = given;
  const textOf = (name: string) => texts.get(name)?.at(-1);
  const reading = readReadingOptions(given);
  const everyMs = readDuration('--every', textOf('every') ?? defaultEvery);
  if (everyMs < leastEveryMs) throw new UsageError('--every is 10s or more');
  const [listen, tokenFile, maxAge, heartbeat] = ['listen', 'listen-token-file', 'max-age', 'heartbeat'].map(
    textOf,
  );
  if (listen === undefined) refuseWithoutListen(given);
  const log = switches.has('json') ? 'json' : oneOf('log', ['text', 'json'], textOf('log'));
  return {
    ...reading,
    fields: readFieldChoices(texts, reading.lanes),
    everyMs,
    maxAgeMs: maxAge === undefined ? Math.max(leastMaxAgeMs, 3 * everyMs) : readDuration('--max-age', maxAge),
    ...(listen !== undefined && { listen: readListenAddress('--listen', listen) }),
    ...(tokenFile !== undefined && { tokenFile }),
    isPublic: switches.has('public'),
    allowHosts: texts.get('allow-host') ?? [],
    ...(heartbeat !== undefined && { heartbeat: readHeartbeatUrl('--heartbeat', heartbeat) }),
    ...(log && { log }),
    level: oneOf('log-level', levels, textOf('log-level')) ?? 'info',
  };
}

function refuseWithoutListen({ texts, switches }: Given): void {
  const stray = ['listen-token-file', 'public', 'allow-host'].find(
    (name) => texts.has(name) || switches.has(name),
  );
  if (stray !== undefined) throw new UsageError(`--${stray} is about --listen; add that, or leave it out`);
}

function oneOf<TWord extends string>(
  name: string,
  words: readonly TWord[],
  typed: string | undefined,
): TWord | undefined {
  const word = words.find((one) => one === typed);
  if (typed !== undefined && word === undefined) throw new UsageError(`--${name} takes ${words.join(', ')}`);
  return word;
}
