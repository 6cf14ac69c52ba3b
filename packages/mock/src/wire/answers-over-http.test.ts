import { expect, it } from 'vitest';

import { start } from '../../test/ask.ts';
import { startMock } from '../index.ts';

/** Posts a form to a running fake. */
async function post(url: string, fields: Record<string, string>): Promise<string> {
  return (await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(fields) })).text();
}

it('answers many clients at once what it answers one, though answers share memory', async () => {
  await using erply = await startMock({ now: start, frozen: true });
  const login = { clientCode: '1', request: 'verifyUser', username: 'demo', password: 'demouser' };
  const { sessionKey } = JSON.parse(await post(erply.url, login)).records[0];
  const session = { clientCode: '1', sessionKey };
  const page = (pageNo: number) => ({ requestName: 'getProducts', recordsOnPage: 50, pageNo });
  const questions = Array.from({ length: 24 }, (_, index) =>
    index % 3 === 0
      ? { ...session, requests: JSON.stringify(Array.from({ length: 12 }, (__, part) => page(part + 1))) }
      : { ...session, request: 'getProducts', recordsOnPage: '50', pageNo: String(index % 12) },
  );
  const alone: string[] = [];
  for (const question of questions) alone.push(await post(erply.url, question));
  for (let round = 0; round < 3; round += 1) {
    expect(await Promise.all(questions.map((question) => post(erply.url, question)))).toEqual(alone);
  }
});
