import { type calls, phpJson } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { sessionToken } from './session-token.ts';

/** A token that says whose session it is. */
export const getIdentityToken: Handler<typeof calls.getIdentityToken> = async (context) => {
  const identityToken = await sessionToken(context, 'identity');
  return { recordsTotal: 1, records: [phpJson({ identityToken })], isObject: true };
};
