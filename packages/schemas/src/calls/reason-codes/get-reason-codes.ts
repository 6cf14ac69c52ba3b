import { defineCall } from '../../define-call.ts';
import { oneOf } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { reasonCode } from './reason-code.ts';
import { reasonCodes } from './reason-codes.ts';
import { reasonPurposes } from './reason-purposes.ts';

/**
 * Reasons that documents can have.
 * @deprecated Erply recommends instead: Account Administration API /v1/reason-code.
 */
export const getReasonCodes = defineCall({
  name: 'getReasonCodes',
  docs: 'https://learn-api.erply.com/requests/getreasoncodes',
  effect: 'read',
  table: reasonCodes,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only reasons for this. */
    purpose: oneOf(reasonPurposes).optional(),
    /** Only reasons of this type. */
    type: oneOf(['PHYSICAL_INVENTORY']).optional(),
    ...pagingInputs(),
  }),
  result: { list: reasonCode },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1016],
  loggable: ['purpose', 'type', 'recordsOnPage', 'pageNo'],
  deprecated: 'Account Administration API /v1/reason-code',
  evidence: 'Documented; wire types from a typed SDK.',
});
