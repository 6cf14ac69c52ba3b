import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import {
  type DocumentRules,
  type DocumentToSave,
  saveInventoryDocument,
} from '../inventory-documents/save-inventory-document.ts';

/** 1186: a stocktaking has one write-off at most. */
function checkStocktaking({ account, id, document }: DocumentToSave): void {
  if (!document.stocktakingID) return;
  const table = account.table('inventoryWriteOffs');
  for (const other of table.ids()) {
    if (other !== id && table.get(other)?.stocktakingID === document.stocktakingID)
      refuse(1186, 'stocktakingID');
  }
}

const rules: DocumentRules = {
  lock: { fields: 'all', hasOpenPrices: false },
  number: 'inventoryWriteOffNo',
  check: checkStocktaking,
};

/** Saves a write-off. */
export const saveInventoryWriteOff: Handler<typeof calls.saveInventoryWriteOff> = (context, input) =>
  saveInventoryDocument(context, input, rules);
