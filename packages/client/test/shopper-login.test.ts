import { expect, it } from 'vitest';

import { rejection } from './open-client.ts';
import { openErply } from './open-erply.ts';

it('a wrong login of a shopper is an error of kind credentials, and the client goes on with its own session', async () => {
  await using here = await openErply();
  const shopper = { username: 'ann', password: 'Anns-Pass1' };
  await here.client.saveCustomer({ lastName: 'Sample', ...shopper });
  const error = await rejection(here.client.verifyCustomerUser({ ...shopper, password: 'wrong' }));
  expect(error).toMatchObject({ kind: 'credentials', call: 'verifyCustomerUser', code: 1051 });
  const { records } = await here.client.verifyCustomerUser(shopper);
  expect(records).toMatchObject([{ clientUsername: 'ann', clientLastName: 'Sample' }]);
  expect(here.client.usage()).toMatchObject({ logins: 1, requests: 4 });
});
