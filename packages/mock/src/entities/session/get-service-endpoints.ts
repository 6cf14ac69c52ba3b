import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';

/**
 * The REST services of the account. The fake serves none yet, so there is only the entry that Erply's answers have
 * for the account itself.
 */
export const getServiceEndpoints: Handler<typeof calls.getServiceEndpoints> = () => ({
  recordsTotal: 1,
  records: ['{"erply":{"isSandbox":true,"url":"","documentation":""}}'],
});
