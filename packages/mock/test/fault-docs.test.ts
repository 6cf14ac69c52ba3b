import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { frozenMock } from './ask.ts';

it('shows rules that are taken as they stand', async () => {
  const page = await readFile(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
  const pattern = /^curl -H 'Content-Type: application\/json' URL(\S+) -d '([^']*)'$/gm;
  const examples = [...page.matchAll(pattern)].map(([, path = '', body = '']) => ({ path, body }));
  expect(examples).toHaveLength(page.match(/^curl /gm)?.length ?? 0);
  expect(examples.length).toBeGreaterThan(5);
  for (const { path, body } of examples) {
    const response = await frozenMock().app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost' },
      body,
    });
    expect([response.status, await response.json()], body).toEqual([201, { id: 1 }]);
  }
});

it('shows effects that are taken, and names all of them', async () => {
  const page = await readFile(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
  const rows = page.slice(page.indexOf('| effect |'), page.indexOf('Costs follow the switches'));
  const effects = [...rows.matchAll(/^\| `(\{.*?\})` \|/gm)].map(
    ([, json = '']) => JSON.parse(json) as object,
  );
  expect(effects.flatMap((effect) => Object.keys(effect)[0])).toEqual([
    'errorCode',
    'httpStatus',
    'drop',
    'drop',
    'truncateAtByte',
    'emptyBody',
    'invalidJson',
    'latencyMs',
    'slowBytesPerSecond',
    'expireSession',
    'mutate',
  ]);
  const account = frozenMock().account('100001');
  for (const effect of effects) account.addFault({ effect: effect as never });
  expect(account.faults().rules.map((rule) => rule.effect)).toEqual(effects);
});
