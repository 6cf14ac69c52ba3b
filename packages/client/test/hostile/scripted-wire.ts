import type { Transport } from '../../src/transport/transport.ts';
import type { FakeTime } from '../fake-time.ts';
import { body } from '../scripted-transport.ts';
import { goodDocument, stockFile } from './good-server.ts';
import type { Request, Way, When } from './way.ts';

interface ScriptedWireOptions {
  readonly way: Way;
  readonly when: When;
  readonly time: FakeTime;
  readonly stall: Request['stall'];
}

const origin = 'https://100001.erply.com';

/** A transport without sockets whose server misbehaves when it is time. */
export function scriptedWire({ way, when, time, stall }: ScriptedWireOptions): Transport {
  let count = 0;
  return {
    async send({ form: text = '', signal }) {
      signal.throwIfAborted();
      const form = new URLSearchParams(text);
      const good = () => goodDocument(form, origin);
      const isLogin = form.get('request') === 'verifyUser';
      const request: Request = { form, signal, count, time, good, stall };
      if (!isLogin) count += 1;
      if (!way.answer || !isTime(way, when, { isLogin, count })) return body(JSON.stringify(good()));
      const reply = await way.answer(request);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    async open() {
      async function* chunks() {
        yield Buffer.from(stockFile);
      }
      return { status: 200, contentLength: stockFile.length, chunks: chunks() };
    },
  };
}

/** Ways of a login see logins only, beside what makes the client log in again. */
function isTime(way: Way, when: When, at: { readonly isLogin: boolean; readonly count: number }): boolean {
  if (way.where === 'login') return at.isLogin || when !== 'first';
  if (at.isLogin) return when === 'first';
  return { first: true, afterLogin: true, afterPage: at.count >= 2, once: at.count === 1 }[when];
}
