import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { isGiftCard } from '../products/is-gift-card.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { isClientPayer, payerFields, recipientFields } from './derived-fields.ts';
import { documentCosts } from './document-costs.ts';
import { rowsNotCredited } from './not-credited.ts';
import { rowsOf } from './sales-saving.ts';

type Input = InputOf<typeof calls.getSalesDocuments>;

/** What a request adds to a record, or changes of it. */
type Block = (document: Row) => Row;

/** Who gets the goods, and the fields of payer and recipient, whichever the account shows by itself. */
const customerBlock =
  (account: Account): Block =>
  (document) => {
    const lookup = (name: string) => account.table(name);
    const row = account.table('salesDocuments').get(Number(document.id)) ?? {};
    const { clientID = 0, shipToID = 0 } = row;
    return {
      ...payerFields(lookup, row),
      ...recipientFields(lookup, row),
      customerID: isClientPayer(lookup) ? shipToID || clientID : clientID,
    };
  };

/** Money that went back for a document, or for a credit invoice of it. */
const returnedBlock =
  (account: Account): Block =>
  ({ id }) => {
    const payments = account.table('payments');
    const credits = account.table('salesDocuments').find('creditToDocumentID', id);
    const paymentIDs = [Number(id), ...credits].flatMap((each) => payments.find('documentID', each));
    const returned = paymentIDs.filter((paymentID) => Number(payments.get(paymentID)?.sum ?? 0) < 0);
    return { returnedPayments: returned.map((paymentID) => ({ paymentID })) };
  };

const costBlock =
  (account: Account): Block =>
  (document) => {
    const { cost, rowCosts } = documentCosts(account, document);
    // Costs are kept in the account's currency, and shown in the document's.
    const rate = Number(document.currencyRate ?? 1) || 1;
    const rows = rowsOf(document).map((row, index) => {
      const amount = Number(row.amount ?? 0);
      const unit = amount === 0 ? 0 : (rowCosts[index] ?? 0) / amount;
      return { ...row, warehouseValue: roundAmount(unit / rate) };
    });
    return { cost: roundAmount(cost / rate), rows };
  };

/** What of the rows a request leaves out. */
const rowsBlock =
  (account: Account, { nonReturnedItemsOnly, excludeGiftCards }: Input): Block =>
  (document) => {
    let rows = rowsOf(document);
    if (nonReturnedItemsOnly === 1) rows = rowsNotCredited(account, Number(document.id), rows);
    if (excludeGiftCards === 1)
      rows = rows.filter(({ productID }) => !isGiftCard(account, Number(productID)));
    return { rows };
  };

/** What the request adds or changes; `undefined` where documents are shown as they are kept. */
export function blocksOf(account: Account, input: Input, hasRows: boolean): Block | undefined {
  const isCut = input.nonReturnedItemsOnly === 1 || input.excludeGiftCards === 1;
  const blocks = [
    ...(input.getCustomerInformation === 1 ? [customerBlock(account)] : []),
    ...(input.getReturnedPayments === 1 ? [returnedBlock(account)] : []),
    ...(input.getCOGS === 1 ? [costBlock(account)] : []),
    // Costs are those of the rows as they are stored, so that these are cut after that.
    ...(hasRows && isCut ? [rowsBlock(account, input)] : []),
  ];
  if (blocks.length === 0) return undefined;
  return (document) => {
    const added: Row = {};
    for (const block of blocks) Object.assign(added, block({ ...document, ...added }));
    return hasRows ? added : { ...added, rows: undefined };
  };
}
