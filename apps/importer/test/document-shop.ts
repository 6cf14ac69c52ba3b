import { canaryID, openPeopleShop } from './people-shop.ts';

export const askedLanes = ['--lanes', 'salesDocuments,payments,purchaseDocuments'];

/** What people write into documents, and should be found nowhere once the person is forgotten. */
export const writings = ['Leave it with Zoe', 'Zoe has allergies', 'Zoe Q. Cardholder', 'Gift of Zoe'];
const [notes, internalNotes, cardHolder, info] = writings;

const rows = [
  {
    rowID: 1,
    stableRowID: 1,
    productID: 1,
    amount: 2,
    price: 8.1667,
    discount: 10,
    vatrateID: 1,
    itemName: 'Cup',
  },
  { rowID: 2, stableRowID: 2, productID: 2, amount: 1, price: 3, vatrateID: 1, itemName: 'Saucer' },
].map((row) => ({ ...row, finalNetPrice: row.price, rowNetTotal: 7.35, rowVAT: 1.47, rowTotal: 8.82 }));

const totals = { netTotal: 14.7, vatTotal: 2.94, total: 17.64, currencyCode: 'EUR', currencyRate: 1 };

/** A shop with documents: three sales, the last of them a draft, a payment each, and a purchase. */
export async function openDocumentShop() {
  const shop = await openPeopleShop();
  const sale = (clientID: number, fields: object = {}) =>
    shop.account.data('salesDocuments').insert({
      ...{ type: 'CASHINVOICE', number: '1', date: '2026-03-01', time: '10:00:00', confirmed: 1, clientID },
      ...{
        warehouseID: 1,
        pointOfSaleID: 1,
        employeeID: 1,
        notes,
        internalNotes,
        rows,
        ...totals,
        ...fields,
      },
    });
  const sales = [
    sale(canaryID),
    sale(1003, { notes: '' }),
    sale(1003, { confirmed: 0, number: '0', rows: [] }),
  ];
  const pay = (documentID: number, customerID: number) =>
    shop.account.data('payments').insert({
      ...{ documentID, customerID, typeID: 1, type: 'CARD', date: '2026-03-01', sum: 17.64 },
      ...{ currencyCode: 'EUR', currencyRate: 1, cardHolder, info },
    });
  const payments = sales.map((id, at) => pay(id, at === 0 ? canaryID : 1003));
  const purchases = [
    shop.account.data('purchaseDocuments').insert({
      ...{
        type: 'PRCINVOICE',
        number: 'S-1',
        regnumber: '7',
        date: '2026-03-01',
        supplierID: 1,
        confirmed: 1,
      },
      ...{
        warehouseID: 1,
        ...totals,
        rows: [{ stableRowID: 1, productID: 1, amount: 12, price: 4.5, vatrateID: 1 }],
      },
    }),
  ];
  // What is as old as a run that reads it is read again by the next one.
  shop.account.clock.advance('1h');
  return { ...shop, sales, payments, purchases };
}
