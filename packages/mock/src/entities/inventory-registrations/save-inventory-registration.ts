import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { type DocumentRules, saveInventoryDocument } from '../inventory-documents/save-inventory-document.ts';

const rules: DocumentRules = {
  lock: { fields: 'all', hasOpenPrices: true },
  number: 'inventoryRegistrationNo',
  check({ account, document }) {
    const reasonID = Number(document.reasonID ?? 0);
    const reason = account.table('reasonCodes').get(reasonID);
    if (reasonID !== 0 && reason?.purpose !== 'REGISTRATION') refuse(1153, 'reasonID');
  },
};

/** Saves a registration. */
export const saveInventoryRegistration: Handler<typeof calls.saveInventoryRegistration> = (context, input) =>
  saveInventoryDocument(context, input, rules);
