import type { Behaviour } from '../../account/account.ts';
import type { TableLookup } from '../../store/behaviour.ts';
import type { Row } from '../../store/row.ts';
import { numberOfDocument } from '../sales-documents/number-of-document.ts';

/** What an issued coupon shows of its rule, and of the promotion that the rule leads to. */
function ofRule(row: Row, lookup: TableLookup): Row {
  const rule = lookup('coupons').get(Number(row.couponID ?? 0));
  const campaign = lookup('campaigns').get(Number(rule?.campaignID ?? 0));
  return { couponCode: rule?.code, campaignName: campaign?.name };
}

/** What it shows of the customer, the location and the sale of its issue or its use. */
function ofPlace(row: Row, side: 'issued' | 'redeemed', lookup: TableLookup): Row {
  const customer = lookup('customers').get(Number(row[`${side}CustomerID`] ?? 0));
  const warehouse = lookup('warehouses').get(Number(row[`${side}WarehouseID`] ?? 0));
  return {
    [`${side}CustomerCardNumber`]: customer?.customerCardNumber,
    [`${side}WarehouseCode`]: warehouse?.code,
    [`${side}InvoiceNo`]: numberOfDocument(lookup, row[`${side}InvoiceID`]),
  };
}

/** A coupon that was issued can be used. That it has expired follows from the day: its row does not say so. */
export const issuedCoupons: Behaviour = {
  defaults: { status: 'ACTIVE' },
  derivedFields: [
    ...['couponCode', 'campaignName', 'issuedCustomerCardNumber', 'issuedWarehouseCode'],
    ...['redeemedCustomerCardNumber', 'redeemedWarehouseCode', 'issuedInvoiceNo', 'redeemedInvoiceNo'],
  ],
  derive(joined, row, lookup) {
    Object.assign(
      joined,
      ofRule(row, lookup),
      ofPlace(row, 'issued', lookup),
      ofPlace(row, 'redeemed', lookup),
    );
  },
};
