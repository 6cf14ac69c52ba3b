import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { isGiftCard } from '../products/is-gift-card.ts';
import type { DocumentRow } from './document-rows.ts';
import { productTest } from './product-choice.ts';

type Input = InputOf<typeof calls.getSalesReport>;
type Test = (sold: DocumentRow) => boolean;

function customerTests(account: Account, input: Input): Test[] {
  const { customerID, customerGroupID, customerAccountManagerID } = input;
  const ofCustomer =
    (field: string, wanted: number): Test =>
    ({ document }) => {
      const customer: Row | undefined = account.table('customers').get(Number(document.clientID ?? 0));
      return Number(customer?.[field] ?? 0) === wanted;
    };
  return [
    ...(customerID === undefined ? [] : [ofDocument('clientID', customerID)]),
    ...(customerGroupID === undefined ? [] : [ofCustomer('groupID', customerGroupID)]),
    ...(customerAccountManagerID === undefined
      ? []
      : [ofCustomer('customerManagerID', customerAccountManagerID)]),
  ];
}

const ofDocument =
  (field: string, wanted: number): Test =>
  ({ document }) =>
    Number(document[field] ?? 0) === wanted;

function documentTests({ warehouseID, pointOfSaleID, documentDateStart, documentDateEnd }: Input): Test[] {
  const dateOf = ({ document }: DocumentRow) => String(document.date ?? '');
  return [
    ...(warehouseID === undefined ? [] : [ofDocument('warehouseID', warehouseID)]),
    ...(pointOfSaleID === undefined ? [] : [ofDocument('pointOfSaleID', pointOfSaleID)]),
    ...(documentDateStart ? [(sold: DocumentRow) => dateOf(sold) >= documentDateStart] : []),
    ...(documentDateEnd ? [(sold: DocumentRow) => dateOf(sold) <= documentDateEnd] : []),
  ];
}

const kinds: Readonly<Record<'PRODUCTS' | 'SERVICES', Test>> = {
  PRODUCTS: ({ row }) => Number(row.productID ?? 0) > 0,
  SERVICES: ({ row }) => Number(row.serviceID ?? 0) > 0,
};

const directions: Readonly<Record<'SALES' | 'RETURNS', Test>> = {
  SALES: ({ row }) => Number(row.amount ?? 0) >= 0,
  RETURNS: ({ row }) => Number(row.amount ?? 0) < 0,
};

function rowTests(account: Account, input: Input): Test[] {
  const { serviceID, campaignID, giftCardsSales = 'EXCLUDE' } = input;
  const { showProductsAndServices = 'ALL', transactionType = 'ALL' } = input;
  const isCard: Test = ({ row }) => isGiftCard(account, Number(row.productID ?? 0));
  const isOfProduct = productTest(account, input);
  return [
    ({ row }) => isOfProduct(row),
    ...(serviceID === undefined ? [] : [({ row }: DocumentRow) => Number(row.serviceID ?? 0) === serviceID]),
    ...(campaignID === undefined
      ? []
      : [({ row }: DocumentRow) => ((row.campaignIDs ?? []) as readonly number[]).includes(campaignID)]),
    ...(giftCardsSales === 'EXCLUDE' ? [(sold: DocumentRow) => !isCard(sold)] : []),
    ...(giftCardsSales === 'ONLY_GIFT_CARDS' ? [isCard] : []),
    ...(showProductsAndServices === 'ALL' ? [] : [kinds[showProductsAndServices]]),
    ...(transactionType === 'ALL' ? [] : [directions[transactionType]]),
  ];
}

/** Inputs that choose rows of a document, whatever they are set to. */
const rowChoices = [
  ...['productID', 'productIDs', 'productGroupID', 'categoryID', 'priorityGroupID', 'supplierID', 'brandID'],
  ...['serviceID', 'campaignID'],
] as const satisfies readonly string[];

/** Whether a request wants some rows of documents by what they are about, and not documents. */
export function choosesRows(input: Input): boolean {
  const { showProductsAndServices = 'ALL', transactionType = 'ALL' } = input;
  const isCut = showProductsAndServices !== 'ALL' || transactionType !== 'ALL';
  return isCut || rowChoices.some((name) => input[name as keyof Input] !== undefined);
}

/** Tests a sold row by what a request for a report chooses. */
export function salesReportTest(account: Account, input: Input): Test {
  const tests = [...customerTests(account, input), ...documentTests(input), ...rowTests(account, input)];
  return (sold) => tests.every((test) => test(sold));
}
