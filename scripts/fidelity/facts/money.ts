import type { Fact } from '../fact.ts';

/** Payments, balances, and the days of registers. */
export const money: readonly Fact[] = [
  {
    behaviour:
      'A payment without a document is a deposit; one of a document is of its customer unless another is sent, in the currency of the document, by TRANSFER and of now.',
    evidence: 'documented',
    test: [
      'save-payment',
      'of a document is of its customer, by TRANSFER and of now, when nothing else is sent',
    ],
  },
  {
    behaviour: 'A payment with the temporaryUUID of another of the last 24 hours is refused with 1206.',
    evidence: 'documented',
    test: ['same-payment', 'is refused with 1206 by its temporaryUUID, and nothing is made'],
  },
  {
    behaviour: 'A payment that is the same as a stored one is not made: the answer is the ID of that one.',
    evidence: 'documented',
    option: '--set duplicateDocuments',
    test: [
      'same-payment',
      'is another one where day or time are those of the server, and where the switch says so',
    ],
  },
  {
    behaviour:
      'Two payments are the same that have document, customer, type, sum, currency, cash, store credit, and a day and a time that were sent in common.',
    evidence: 'inferred',
    test: ['same-payment', 'is answered with its ID when all of it is the same, a day and a time among it'],
  },
  {
    behaviour:
      'What is paid of a document follows its payments, to the cent, and the document counts as changed when they do.',
    evidence: 'inferred',
    test: [
      'paid-of',
      'follows its payments, to the cent and in its currency, and the document counts as changed',
    ],
  },
  {
    behaviour: 'Payments of a document that is deleted stay, as deposits of their customers.',
    evidence: 'inferred',
    test: ['paid-of', 'is free of a document that is deleted: its payments stay as deposits'],
  },
  {
    behaviour:
      'The document of CURRENT_INVOICE_ID is that of the last saveSalesDocument; after one that failed the call is refused with 1157, after one that was a duplicate with 1158, or it runs without a document.',
    evidence: 'documented',
    option: '--set currentInvoiceAfterFailure',
    test: [
      'pos-day-story',
      'a payment whose sale was saved before is refused with 1158, or made without it where the switch says so',
    ],
  },
  {
    behaviour:
      'The balance of a customer is invoices less payments: positive for what is owed, negative for what was prepaid.',
    evidence: 'documented',
    test: [
      'customer-balance',
      'is invoices less payments: positive for what is owed, negative for what was prepaid',
    ],
  },
  {
    behaviour:
      'Balances count confirmed documents that are revenue, and are of the payer of a document that names one.',
    evidence: 'inferred',
    test: [
      'customer-balance',
      'counts confirmed documents that are revenue, credit invoices below zero, and no others',
    ],
  },
  {
    behaviour: 'What was paid in advance are payments with isPrepayment, and deposits.',
    evidence: 'inferred',
    test: ['customer-balance', 'leaves out on demand what was paid in advance'],
  },
  {
    behaviour: 'A customer whom documents or payments name is not deleted (1022).',
    evidence: 'inferred',
    test: ['payments', 'keep their customer from being deleted (1022), as documents do'],
  },
  {
    behaviour:
      'The same register and time again updates the day; a day that was not opened is made when it is closed; both with a warning.',
    evidence: 'documented',
    test: ['pos-days', 'that was not opened is made when it is closed, with a warning'],
  },
  {
    behaviour: 'A reason of a day or of cash has to be one for that: 1011 for another.',
    evidence: 'inferred',
    test: ['cash-ins', 'is refused: %o'],
  },
  {
    behaviour: 'Cash that was taken out has a sum below zero.',
    evidence: 'inferred',
    test: ['cash-ins', 'that is put in and taken out is shown in one list, by numbers of one sequence'],
  },
  {
    behaviour: 'A use of a gift card knows the last payment by gift card that its sale had then.',
    evidence: 'inferred',
    test: ['gift-cards', 'that it paid are known to the log of uses, with the payment'],
  },
];
