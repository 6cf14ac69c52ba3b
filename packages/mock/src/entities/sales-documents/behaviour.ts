import type { Account, Behaviour } from '../../account/account.ts';
import { releasePayments } from '../payments/release-payments.ts';
import { postDocument, reserveForSale } from '../stock/post-document.ts';
import {
  deriveSalesFields,
  salesDerivedFields,
  salesFieldsOnDemand,
  salesLookupFields,
} from './derived-fields.ts';
import { drawnComponents, hasBundles } from './drawn-components.ts';
import { followRowIDs } from './row-ids.ts';

const tableName = 'salesDocuments';

/** A document that comes without what its bundles consist of gets it by the recipes of today. */
function fillComponents(account: Account, id: number): void {
  const table = account.table(tableName);
  const document = table.get(id);
  if (document === undefined || document.drawnComponents !== undefined || !hasBundles(account, document))
    return;
  table.update(id, { drawnComponents: drawnComponents(account, document) });
}

/** A confirmed one moves stock or reserves it, as its type says. */
export const salesDocuments: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'INVWAYBILL' },
  derivedFields: salesDerivedFields,
  derive: deriveSalesFields,
  fieldsOnDemand: salesFieldsOnDemand,
  lookupFields: salesLookupFields,
  showsMany: true,
  onRemoved: releasePayments,
  onWritten(account, id, writtenAt) {
    fillComponents(account, id);
    followRowIDs(account, account.table(tableName).get(id));
    postDocument(account, { table: tableName, id }, writtenAt);
    reserveForSale(account, id, writtenAt);
  },
};
