import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { campaigns } from './campaigns.ts';

/**
 * Deletes a promotion. Coupons that lead to it stay (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteCampaign = defineCall({
  name: 'deleteCampaign',
  docs: 'https://learn-api.erply.com/requests/deletecampaign',
  effect: 'delete',
  table: campaigns,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The promotion to delete. */
    campaignID: integer,
  }),
  module: 'promotions',
  result: { none: true },
  example: { campaignID: 1 },
  errors: [1006, 1010, 1011, 1063],
  loggable: ['campaignID'],
  evidence: 'The input and the operations log are documented; the errors are inferred.',
});
