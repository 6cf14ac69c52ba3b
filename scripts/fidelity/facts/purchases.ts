import type { Fact } from '../fact.ts';

/** Purchase documents, what is on order, and price lists of suppliers. */
export const purchases: readonly Fact[] = [
  {
    behaviour:
      'Purchase invoices, receipts and waybills bring goods, returns take them back, orders raise `orderPending`, and invoices alone move nothing.',
    evidence: 'documented',
    test: ['purchase-documents', '%j has this effect on stock and on what is pending: %j'],
  },
  {
    behaviour:
      'Of a confirmed purchase document whose goods have moved, neither location nor rows can change (1017), prices included: updatePurchaseDocumentRows changes those.',
    evidence: 'inferred',
    test: ['purchase-locks', 'cannot have %s'],
  },
  {
    behaviour: 'An order that is received in part says so, and follows its invoices when they are deleted.',
    evidence: 'documented',
    test: ['purchase-orders', 'is received in parts, and open again when a part is deleted'],
  },
  {
    behaviour: 'An invoice of several orders fills them in the order in which it names them.',
    evidence: 'inferred',
    test: ['purchase-orders', 'shares an invoice with another: the one that is named first is filled first'],
  },
  {
    behaviour: 'A purchase document that others are based on is not deleted but refused with 1022.',
    evidence: 'inferred',
    test: ['purchase-orders', 'knows what is based on it, and stays as long as something is (1022)'],
  },
  {
    behaviour:
      '`extraCosts` in the JSON of a row and additional costs of the document raise what its goods cost.',
    evidence: 'documented',
    test: ['purchase-costs', 'are raised by what applications write to rows, and stock with them'],
  },
  {
    behaviour:
      'A repeated temporaryUUID is refused with 1206 for 24 hours; a refused save does not use it up.',
    evidence: 'documented',
    test: [
      'purchase-documents',
      'makes nothing twice of one temporaryUUID, which a refused save does not use up',
    ],
  },
  {
    behaviour:
      'A suggested purchase price is what the newest price list in force of the product’s supplier asks for one unit, where there is one.',
    evidence: 'inferred',
    test: [
      'supplier-prices',
      'is what the supplier of the product asks for one unit, before the cost on the card',
    ],
  },
  {
    behaviour: 'getStocktakings without days answers those of the last six months only.',
    evidence: 'documented',
    test: ['stocktakings', 'getStocktakings %j finds %j'],
  },
];
