import { expect, it } from 'vitest';

import { ask, frozenMock } from '../../../test/ask.ts';

it('lists no REST service while none is served: the entry of the account itself has no address', async () => {
  const mock = frozenMock();
  const request = { clientCode: '100001', request: 'getServiceEndpoints' };
  const posted = await ask(mock, request);
  const got = await (await mock.app.request(`/api/?${new URLSearchParams(request)}`)).json();

  expect(posted.records).toEqual([{ erply: { isSandbox: true, url: '', documentation: '' } }]);
  expect(got).toEqual(posted);
});
