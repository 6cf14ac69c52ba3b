import { setImmediate as nextTurn } from 'node:timers/promises';

import { type ClientEvent, createClient, isErplyError } from '../../src/index.ts';
import { createFakeTime, type FakeTime } from '../fake-time.ts';
import { findLeaks } from './find-leaks.ts';
import { password } from './good-server.ts';
import { openRawServer, type RawServer } from './raw-server.ts';
import { scriptedWire } from './scripted-wire.ts';
import { uses } from './uses.ts';
import { type Ending, expectedEnding, type UseName, type Way, type When } from './way.ts';

/** A server that misbehaves in one way, from one moment on, while one thing is asked. */
export interface Case {
  readonly way: Way;
  readonly use: UseName;
  readonly when: When;
}

/** Behind the last moment of any wait within the hour, and before its turn. */
const usualDeadlineMs = 20 * 60_000;
/** Of this machine's time: a case that is not over then hangs. */
const hangingMs = 20_000;

/** Runs a case; what did not go as it should. */
export async function runCase(one: Case): Promise<string[]> {
  const { way, when } = one;
  const time = createFakeTime();
  const stage = { way, when, time, stall: stallBy(time) };
  const isOnSockets = way.answer === undefined;
  const server = isOnSockets ? await openRawServer(stage) : undefined;
  const events: ClientEvent[] = [];
  const client = createClient({
    clientCode: '100001',
    username: 'demo',
    password,
    clock: time.clock,
    wait: time.jump,
    retry: { attempts: 2 },
    maxAnswerBytes: 1024 * 1024,
    maxFileBytes: 1024 * 1024,
    bulkBytes: 64 * 1024,
    onEvent: (event) => void events.push(event),
    ...(server ? { url: server.url } : { transport: scriptedWire(stage) }),
  });
  const deadline = time.clock.now() + (way.deadlineMs ?? usualDeadlineMs);
  const thrown = await outcome(uses[one.use](client, { deadline, limit: 1000 }));
  const problems = [...endingProblems(thrown, expectedEnding(way, one.use, when))];
  if (time.clock.now() > deadline + 5000) problems.push('the deadline passed');
  problems.push(...findLeaks({ error: thrown, events, usage: client.usage() }));
  await client.close();
  problems.push(...(await leftBehind(time, server)));
  return problems;
}

/** Lets time pass until something is over. */
const stallBy = (time: FakeTime) => async (isOver: () => boolean) => {
  for (let steps = 0; steps < 1000 && !isOver(); steps += 1) await time.advance(5000);
};

async function outcome(call: Promise<void>): Promise<unknown> {
  const { promise: hangs, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new SyntaxError('it hangs')), hangingMs);
  try {
    return await Promise.race([call, hangs]);
  } catch (error) {
    return error;
  } finally {
    clearTimeout(timer);
  }
}

function endingProblems(thrown: unknown, expected: Ending): string[] {
  if (thrown !== undefined && !isErplyError(thrown))
    return [`threw ${(thrown as Error).name}: ${(thrown as Error).message}`];
  const found: Ending = {
    kind: thrown?.kind ?? 'ok',
    mayHaveBeenApplied: thrown?.mayHaveBeenApplied ?? false,
  };
  const [is, should] = [found, expected].map(({ kind, mayHaveBeenApplied }) =>
    mayHaveBeenApplied ? `${kind}, maybe applied` : kind,
  );
  return is === should ? [] : [`ended as ${is} instead of ${should}`];
}

const ours = new Set(['Timeout', 'TCPSocketWrap', 'TCPServerWrap', 'Immediate']);

/** Timers and sockets that are there although the client is closed. */
async function leftBehind(time: FakeTime, server: RawServer | undefined): Promise<string[]> {
  const problems: string[] = [];
  for (let turns = 0; turns < 1000 && time.pending > 0; turns += 1) await nextTurn();
  if (time.pending > 0) problems.push(`${time.pending} timers are left`);
  if (!server) return problems;
  for (let turns = 0; turns < 1000 && server.open() > 0; turns += 1) await nextTurn();
  if (server.open() > 0) problems.push(`${server.open()} sockets are left`);
  await server.close();
  for (let turns = 0; turns < 1000 && resources().length > 0; turns += 1) await nextTurn();
  const left = resources();
  if (left.length > 0) problems.push(`left behind: ${left.join(', ')}`);
  return problems;
}

const resources = () =>
  process.getActiveResourcesInfo().filter((name) => ours.has(name) && name !== 'Immediate');
