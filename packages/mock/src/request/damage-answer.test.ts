import { expect, it } from 'vitest';

import { damageAnswer } from './damage-answer.ts';

it('is not cut off by the server while it waits, however long', async () => {
  const socket = {
    timeout: 120_000,
    setTimeout(milliseconds: number) {
      this.timeout = milliseconds;
    },
  };
  const during: number[] = [];
  const sleep = async () => void during.push(socket.timeout);
  const outgoing = { socket } as never;
  const way = { outgoing, sleep, signal: new AbortController().signal };
  const answer = new Response('{}');
  expect(await damageAnswer(answer, { latencyMs: 600_000 }, way)).toBe(answer);
  expect(during).toEqual([0]);
  expect(socket.timeout).toBe(120_000);
});
