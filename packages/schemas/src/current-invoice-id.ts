/**
 * Stands for the ID of the document that the last saveSalesDocument before it in the same bulk request makes. It is
 * typed as the number that the server puts in its place; outside of that, no call takes it.
 *
 * @example
 * const [sale, paid] = await client.bulk([
 *   client.saveSalesDocument.request({ customerID: 1003, rows: [{ productID: 1, amount: 2 }] }),
 *   client.savePayment.request({ documentID: currentInvoiceID, type: 'CASH', sum: 19.6 }),
 * ]);
 */
export const currentInvoiceID = 'CURRENT_INVOICE_ID' as unknown as number;
