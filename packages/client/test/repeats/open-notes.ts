import type { Answer, AnyRecord } from '../../src/answer.ts';
import { runBulk } from '../../src/bulk/run-bulk.ts';
import { createCallMethod } from '../../src/call-method.ts';
import { createContext } from '../../src/create-context.ts';
import type { CallOptions, ClientOptions } from '../../src/index.ts';
import { createFakeTime } from '../fake-time.ts';
import { credentials } from '../open-client.ts';
import { saveNote } from './note-calls.ts';
import { createNoteServer, type Mishap } from './note-server.ts';

type Save = (input: AnyRecord, options?: CallOptions) => Promise<Answer<AnyRecord>>;

/** A client with a call to save notes, and a server to which mishaps happen, one a save. */
export function openNotes(
  mishaps: readonly Mishap[],
  options: Partial<ClientOptions> = {},
  offsetSeconds = 0,
) {
  const time = createFakeTime();
  const server = createNoteServer(time, mishaps, offsetSeconds);
  const closing = new AbortController();
  const context = createContext(
    { ...credentials, clock: time.clock, wait: time.jump, random: () => 1, transport: server, ...options },
    closing.signal,
  );
  const save = createCallMethod(saveNote, context) as Save;
  const bulk = (requests: Parameters<typeof runBulk>[0]) => runBulk(requests, {}, context);
  return { time, server, context, save, bulk };
}

export const note = {
  warehouseFromID: 1,
  warehouseToID: 2,
  notes: 'one',
  rows: [{ productID: 7, amount: 2, price: 6.66666667 }],
};
