import type { Behaviour } from '../../account/account.ts';
import { postDocument } from '../stock/post-document.ts';
import {
  deriveSalesFields,
  salesDerivedFields,
  salesFieldsOnDemand,
  salesLookupFields,
} from './derived-fields.ts';

/** A confirmed one moves stock, as its type says. */
export const salesDocuments: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'INVWAYBILL' },
  derivedFields: salesDerivedFields,
  derive: deriveSalesFields,
  fieldsOnDemand: salesFieldsOnDemand,
  lookupFields: salesLookupFields,
  showsMany: true,
  onWritten: (account, id, writtenAt) => postDocument(account, { table: 'salesDocuments', id }, writtenAt),
};
