import { refuseCanaries } from '@erply-kit/tooling';

import { type ClientOptions, createClient, type ErplyClient } from '../src/index.ts';
import type { FakeTime } from './fake-time.ts';
import { printed } from './printed.ts';
import { type Answering, granted, type ScriptedTransport, scriptedTransport } from './scripted-transport.ts';

export const credentials = { clientCode: '100001', username: 'demo', password: 'demouser' } as const;

interface Scripted {
  readonly client: ErplyClient;
  readonly wire: ScriptedTransport;
}

/** A client whose login is granted, and whose other requests are answered by a script. */
export function scriptedClient(
  time: FakeTime,
  script: readonly Answering[],
  options: Partial<ClientOptions> = {},
): Scripted {
  const wire = scriptedTransport([() => granted(), ...script]);
  const client = createClient({
    ...credentials,
    clock: time.clock,
    wait: time.jump,
    random: () => 1,
    transport: wire,
    ...options,
  });
  return { client, wire };
}

/** What a promise was rejected with, which must not show a canary. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => {
      throw new Error('it was not rejected');
    },
    (reason: unknown) => reason,
  );
  refuseCanaries('the error', printed(error));
  return error;
}
