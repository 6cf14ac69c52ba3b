import type { Fact } from '../fact.ts';

/** Sales documents: what saving one does. */
export const sales: readonly Fact[] = [
  {
    behaviour:
      'saveSalesDocument confirms a document unless `confirmInvoice` is 0, at an edit too: it gets a number, READY and the day, and moves stock.',
    evidence: 'documented',
    test: [
      'sales-states',
      'gets a number, a day and READY when it is confirmed, which a save does unless told otherwise',
    ],
  },
  {
    behaviour:
      'A row without a price has that of the card, in the currency of the document; without a tax rate that of the register, of the group at the location, of the card.',
    evidence: 'inferred',
    test: ['save-sales-document', 'takes the price on the card in the currency of the document'],
  },
  {
    behaviour: 'The type of a confirmed document is fixed (1121).',
    evidence: 'documented',
    test: ['sales-states', '%s cannot become one of another type (1121)'],
  },
  {
    behaviour:
      'A confirmed document that has moved stock holds on to its location and goods (1017); added, missing or reordered rows are refused with 1023, and so is it to become a draft again with 1017.',
    evidence: 'inferred',
    test: ['sales-states', '%s holds on to its location, its goods and its being confirmed'],
  },
  {
    behaviour: 'Sales documents are numbered by type, and no number is used twice.',
    evidence: 'inferred',
    test: ['sales-states', 'go up by type, and only what is stored and confirmed uses one up'],
  },
  {
    behaviour:
      'Stable IDs of rows are kept where none was added, removed, moved or made another product’s; other IDs of rows change with each save of them.',
    evidence: 'documented',
    test: ['sales-states', 'are others after each save of rows, but the stable ones of the same rows'],
  },
  {
    behaviour:
      'A document that is identical with another, with date and time sent, is not saved: the answer is ok, with the ID and details of the other. What counts as identical is inferred (switch `duplicateDocuments`).',
    evidence: 'documented',
    test: ['sales-repeats', 'is not saved: the answer is ok, with the ID and details of the other'],
  },
  {
    behaviour:
      'A confirmed document that follows an order fulfils it, and ends its reservation as a whole; offers and prepayments fulfil nothing.',
    evidence: 'inferred',
    test: ['sales-links', 'is linked on both ends, and fulfils the order'],
  },
  {
    behaviour: 'A reservation ends after its last day, by the clock of the account in its time zone.',
    evidence: 'inferred',
    test: ['sales-stock', 'ends after its last day, by the clock of the account and of its time zone'],
  },
  {
    behaviour: 'Goods of a credit invoice come back at what they cost when they left.',
    evidence: 'inferred',
    test: ['sales-links', 'brings goods back at what they cost when they left'],
  },
  {
    behaviour: 'A bundle draws what it consisted of when its rows were saved.',
    evidence: 'documented',
    test: ['sales-stock', 'has drawn what it was when its rows were saved, until they are saved again'],
  },
  {
    behaviour:
      'With the setting `positive_stock_required` a sale of more than there is is refused with 1016.',
    evidence: 'inferred',
    test: ['sales-stock', 'refuses a sale of more than there is, and nothing else'],
  },
  {
    behaviour:
      'deleteSalesDocument puts goods and reservations back; a document that others follow or credit stays (1022).',
    evidence: 'inferred',
    test: ['sales-links', 'puts goods and reservations back, and is logged'],
  },
];
