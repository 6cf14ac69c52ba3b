/**
 * Stands for the ID of the document that the last saveSalesDocument before it in the same bulk request makes. It is
 * typed as the number that the server puts in its place; outside of that, no call takes it.
 *
 * @example
 * const [sale, redeemed] = await client.bulk([
 *   client.saveSalesDocument.request({ customerID: 1003, rows: [{ productID: 1, amount: 2 }] }),
 *   client.redeemIssuedCoupon.request({ uniqueIdentifier: '100030000124817', invoiceID: currentInvoiceID }),
 * ]);
 */
export const currentInvoiceID = 'CURRENT_INVOICE_ID' as unknown as number;
