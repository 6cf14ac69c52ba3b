import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { logLine } from '../src/cli/log-line.ts';
import { reportText } from '../src/cli/report-text.ts';
import { createMock, type LoggedRequest } from '../src/index.ts';
import { loggedIn } from './ask.ts';

const page = await readFile(new URL('../../../docs/journal.md', import.meta.url), 'utf8');

/** The requests that the page shows the outputs of. */
async function example() {
  const logged: LoggedRequest[] = [];
  const now = '2026-06-01T08:00:00Z';
  const mock = createMock({
    ...{ now, frozen: true, realTime: () => Date.parse(now) },
    onRequest: (request) => logged.push(request),
  });
  const { call, bulk } = await loggedIn(mock);
  await call('saveProduct', { code: 'MUG-1', netPrice: 4.9, groupID: 1, nmae: 'Mug' });
  await bulk([{ requestName: 'getBrands' }, { requestName: 'saveProduct', netPrice: 'abc' }]);
  for (let pageNo = 1; pageNo <= 6; pageNo += 1) await call('getProducts', { recordsOnPage: 100, pageNo });
  return { mock, logged, account: mock.account('100001') };
}

it('shows an entry as it is', async () => {
  const { account } = await example();
  const [entry] = account.journal({ request: 'saveProduct', limit: 2 }).entries;
  expect(page).toContain(JSON.stringify(entry, null, 2));
});

it('shows a miss as it is', async () => {
  const { account } = await example();
  const expected = { request: 'saveProduct', input: { code: 'MUG-1', netPrice: 5 }, times: 1 };
  const { nearest: _, ...miss } = account.verify(expected);
  expect(page).toContain(JSON.stringify(expected));
  expect(page).toContain(JSON.stringify(miss.differs));
  expect(page).toContain(miss.error);
});

it('shows the log as it is', async () => {
  const { logged } = await example();
  expect(page).toContain(
    logged
      .slice(0, 5)
      .map((request) => logLine(request, 'text'))
      .join('\n'),
  );
  expect(page).toContain(logLine(logged[1] as LoggedRequest, 'json'));
});

it('shows the report as it is', async () => {
  const { mock } = await example();
  expect(page).toContain(reportText(mock, 'text'));
});
