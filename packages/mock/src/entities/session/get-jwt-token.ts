import { type calls, phpJson } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { sessionToken } from './session-token.ts';

/** A token for the REST services. */
export const getJwtToken: Handler<typeof calls.getJwtToken> = async (context) => {
  const token = await sessionToken(context, 'services');
  return { recordsTotal: 1, records: [phpJson({ token })], isObject: true };
};
