import type { Fact } from '../fact.ts';

/** What is read of documents: lists, costs and reports. */
export const readingDocuments: readonly Fact[] = [
  {
    behaviour:
      'getSalesDocuments has rows when `id` or `number` was sent, when exactly one document was found, or with `getRowsForAllInvoices=1`.',
    evidence: 'documented',
    test: ['get-sales-documents', 'has rows of one document, of a single match, or when they are asked for'],
  },
  {
    behaviour: 'getSalesDocuments is sorted by ID; that the newest come first is inferred.',
    evidence: 'inferred',
    test: ['get-sales-documents', 'has rows of one document, of a single match, or when they are asked for'],
  },
  {
    behaviour:
      '`invoice_client_is_payer` decides whether a document has the fields of a payer or of a recipient.',
    evidence: 'documented',
    test: [
      'get-sales-documents',
      'shows payer or recipient as the account keeps them apart, and both where customers are asked for',
    ],
  },
  {
    behaviour: '`nonReturnedItemsOnly` leaves out documents, rows and parts of amounts that were credited.',
    evidence: 'documented',
    test: ['get-sales-documents', 'leaves out what credit invoices have taken back'],
  },
  {
    behaviour:
      '`clientName` finds customers whose name begins so, and `getUnfulfilledDocuments` what is neither fulfilled nor cancelled: no page says what they mean.',
    evidence: 'inferred',
    test: [
      'sales-document-filter-truth',
      'any filters of sales documents in any order answer what a plain test and sort over all of them do: %j',
    ],
  },
  {
    behaviour:
      'Links to invoices and receipts work for 24 hours; the page behind them is a plain list of rows.',
    evidence: 'documented',
    test: ['get-sales-documents', 'has links to a page that works for 24 hours'],
  },
  {
    behaviour: 'Costs of goods follow the batches that they came from, the oldest first.',
    evidence: 'documented',
    test: ['costs', 'takes the oldest batches, moves nothing, and says when there is not enough'],
  },
  {
    behaviour:
      'Reports are links to latin1 files with a header and a line TOTAL; sales reports have an empty first header cell and the separator of `csv_field_separator`.',
    evidence: 'documented',
    test: [
      'reports',
      'has an empty first header cell, the separator of the account, doubled quotes, latin1 and a line TOTAL',
    ],
  },
  {
    behaviour: 'Columns of reports, and most of their names, are ours: read them by the header.',
    evidence: 'inferred',
    test: [
      'reports',
      'adds up what a plain sum over getSalesDocuments does: documents by day, location and invoice, else rows',
    ],
  },
  {
    behaviour:
      'An account makes one report at a time: 1021 for another until the file of the first is written. That all three report calls share this is inferred.',
    evidence: 'inferred',
    test: ['reports', 'is one at a time of an account: 1021 while the file of another is written'],
  },
];
