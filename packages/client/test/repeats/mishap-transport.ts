import type { Transport, TransportReply } from '../../src/index.ts';
import type { FakeTime } from '../fake-time.ts';
import { body, failure, refused } from '../scripted-transport.ts';

/** What happens to one request that saves. */
export type Mishap =
  | 'none'
  | 'dropped before'
  | 'dropped after'
  | 'truncated'
  | '503 after'
  | '1204'
  | '1206'
  | 'timeout before'
  | 'timeout after';

const codes: Partial<Record<Mishap, number>> = { '1204': 1204, '1206': 1206 };

/** A wire to a server on which mishaps happen to requests of a call, one each, as long as there are any. */
export function mishapTransport(
  inner: Transport,
  {
    time,
    mishaps,
    isMeant,
  }: { time: FakeTime; mishaps: Mishap[]; isMeant: (form: URLSearchParams) => boolean },
): Transport {
  return {
    ...inner,
    async send(request) {
      const mishap = isMeant(new URLSearchParams(request.form)) ? (mishaps.shift() ?? 'none') : 'none';
      const code = codes[mishap];
      if (code !== undefined) return refused(code, { requestUnixTime: Math.floor(time.clock.now() / 1000) });
      if (mishap === 'dropped before') throw failure('lost', 'ECONNRESET');
      if (mishap === 'timeout before') return await silence(request.signal, time);
      const reply = await inner.send(request);
      return await tamper(mishap, reply, { signal: request.signal, time });
    },
  };
}

async function tamper(
  mishap: Mishap,
  reply: TransportReply,
  { signal, time }: { readonly signal: AbortSignal; readonly time: FakeTime },
): Promise<TransportReply> {
  if (mishap === 'dropped after') throw failure('lost', 'ECONNRESET');
  if (mishap === 'timeout after') return await silence(signal, time);
  if (mishap === 'truncated') return { ...reply, body: reply.body.subarray(0, reply.body.length - 9) };
  return mishap === '503 after' ? body('<html>busy</html>', 503) : reply;
}

/** Never answers: time passes until the request is given up. */
function silence(signal: AbortSignal, time: FakeTime): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  void time.advance(600_000);
  return promise;
}
