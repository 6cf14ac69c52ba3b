import type { ReadTable, TableLookup } from '../../store/behaviour.ts';
import type { Row } from '../../store/row.ts';
import { addressLine } from '../addresses/address-line.ts';
import { paidFields } from '../payments/paid-of.ts';

type Joined = Record<string, unknown>;
type Get = (field: string) => unknown;

const rowsOf = (rows: unknown) => (rows ?? []) as readonly Row[];

/** By what documents are found beside their own fields. */
export const salesLookupFields = {
  rowProductID: (get: Get) => rowsOf(get('rows')).map(({ productID }) => productID ?? 0),
};

/** Fields that no row holds: they follow from the document, from others and from payments. */
export const salesDerivedFields: readonly string[] = [
  ...['address', 'payerAddress', 'shipToAddress', 'clientFactoringContractNumber', 'clientPaysViaFactoring'],
  ...['payerFactoringContractNumber', 'payerPaysViaFactoring', 'customerID', 'paymentStatus', 'paid'],
  ...['cost', 'invoiceLink', 'receiptLink', 'returnedPayments'],
];

/** Fields that only come when a request asks for them. */
export const salesFieldsOnDemand: readonly string[] = [
  ...['rows', 'added', 'customerID', 'cost', 'returnedPayments'],
];

const lineOf = (lookup: TableLookup, addressID: unknown) => {
  const address = Number(addressID ?? 0) > 0 ? lookup('addresses').get(Number(addressID)) : undefined;
  return address === undefined ? '' : addressLine(address);
};

const customerOf = (lookup: TableLookup, id: unknown): Row =>
  (Number(id ?? 0) > 0 ? lookup('customers').get(Number(id)) : undefined) ?? {};

/** The fields of who pays, where the account keeps payers apart. */
export function payerFields(lookup: TableLookup, { payerID = 0, payerAddressID = 0 }: Row): Row {
  const payer = customerOf(lookup, payerID);
  return {
    payerID,
    payerAddressID,
    payerName: payer.fullName ?? '',
    payerAddress: lineOf(lookup, payerAddressID),
    payerFactoringContractNumber: payer.factoringContractNumber ?? '',
    payerPaysViaFactoring: payer.paysViaFactoring ?? 0,
  };
}

/** The fields of who gets the goods, where the account keeps recipients apart. */
export function recipientFields(lookup: TableLookup, document: Row): Row {
  const { shipToID = 0, shipToContactID = 0, shipToAddressID = 0 } = document;
  return {
    shipToID,
    shipToContactID,
    shipToAddressID,
    shipToName: customerOf(lookup, shipToID).fullName ?? '',
    shipToAddress: lineOf(lookup, shipToAddressID),
    shipToContactName: customerOf(lookup, shipToContactID).fullName ?? '',
  };
}

const notShown = (fields: Row): Row =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, undefined]));

/** `clientID` is who pays; else it is who gets the goods. */
export const isClientPayer = (lookup: TableLookup): boolean =>
  Number(lookup('confParameters').get(1)?.invoice_client_is_payer ?? 0) === 1;

function partyFields(lookup: TableLookup, document: Row): Row {
  const isPayer = isClientPayer(lookup);
  const payer = payerFields(lookup, document);
  const recipient = recipientFields(lookup, document);
  const client = customerOf(lookup, document.clientID);
  return {
    address: lineOf(lookup, document.addressID),
    clientFactoringContractNumber: client.factoringContractNumber ?? '',
    clientPaysViaFactoring: client.paysViaFactoring ?? 0,
    ...(isPayer ? { ...notShown(payer), ...recipient } : { ...payer, ...notShown(recipient) }),
  };
}

/** What a document refers to another by. */
function referenceTo(documents: ReadTable, id: number): Row[] {
  const other = documents.get(id);
  if (other === undefined) return [];
  return [{ id, number: other.number || '0', type: other.type, date: other.date }];
}

function linkFields(lookup: TableLookup, { baseDocuments, followUpDocuments }: Row): Row {
  const documents = lookup('salesDocuments');
  const shown = (list: unknown) => rowsOf(list).flatMap(({ id }) => referenceTo(documents, Number(id)));
  return { baseDocuments: shown(baseDocuments), followUpDocuments: shown(followUpDocuments) };
}

/** A row with what it shows of its product. */
function shownRow(products: ReadTable, row: Row): Row {
  const product = Number(row.productID ?? 0) > 0 ? products.get(Number(row.productID)) : undefined;
  if (product === undefined) return row;
  const { name, code, code2 } = product;
  return { ...row, itemName: row.itemName || name, code, code2, barcode: code2 };
}

/** Adds what follows from the document, from others and from its payments. */
export function deriveSalesFields(joined: Joined, row: Row, lookup: TableLookup): void {
  const products = lookup('products');
  Object.assign(
    joined,
    partyFields(lookup, row),
    linkFields(lookup, row),
    paidFields({ table: lookup }, Number(row.id)),
    {
      number: row.number || '0',
      rows: rowsOf(row.rows).map((each) => shownRow(products, each)),
    },
  );
}
