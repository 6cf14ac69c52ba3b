import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { withAttribute } from '../../generic/list-filters.ts';
import type { BaseFinder } from '../../query/base-finder.ts';
import { withinDays } from '../../query/day-filters.ts';
import type { Fields, Filter } from '../../query/filter.ts';
import { anyOf, oneOf, oneOfNumbers, phraseOf, prefixedText, startingWith } from '../../query/filters.ts';
import { byNumber } from '../../query/order.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { defaultCustomer } from '../customers/get-default-customer.ts';
import { paidFields } from '../payments/paid-of.ts';
import { dateOfDay, dayOfDate } from '../stock/stock-movement.ts';
import { isCredited } from './not-credited.ts';

type Input = InputOf<typeof calls.getSalesDocuments>;

/** What is searched for who a document is of. */
const searchedOfCustomers = ['fullName', 'email', 'phone', 'mobile', 'customerCardNumber'] as const;

/** Rows with one of some values in a list of theirs. */
function havingInList(base: BaseFinder, field: string, values: readonly number[]): Filter {
  const wanted = new Set(values);
  const valuesOf = base.base.behaviour.lookupFields?.[field] ?? (() => []);
  return {
    key: `${field}#${[...wanted].sort((a, b) => a - b).join()}`,
    matches: (row) => valuesOf((name) => row.get(name)).some((value) => wanted.has(Number(value))),
    async baseIDs() {
      const index = await base.base.index(field);
      return [...new Set([...wanted].flatMap((value) => index.of(value)))];
    },
    indexedField: field,
    changedIDs: (table) => new Set([...wanted].flatMap((value) => [...table.changedWith(field, value)])),
  };
}

/** Customers who are found by what their name or another text begins with. */
async function customersFound(
  account: Account,
  text: string,
  fields: readonly string[],
): Promise<readonly number[]> {
  const finder = account.finder('customers');
  const filters = [startingWith(finder.base, fields, phraseOf(text))];
  const found = await finder.find({ filters, order: byNumber('customerID'), direction: 'asc' });
  return found.ids(0, found.total);
}

async function customerFilters(account: Account, base: BaseFinder, input: Input): Promise<Filter[]> {
  const { clientID, clientIDs, clientName = '', numberOrCustomer = '' } = input;
  const isHidden =
    account.table('confParameters').get(1)?.api_getsalesdocuments_default_customer_sales_not_returned === 1;
  const hidden = isHidden ? await defaultCustomer(account, 0) : undefined;
  const of = (ids: readonly number[]) =>
    oneOfNumbers(
      base,
      'clientID',
      ids.filter((id) => id !== hidden),
    );
  return [
    ...(clientID === undefined ? [] : [of([clientID])]),
    ...(clientIDs === undefined ? [] : [of(clientIDs)]),
    ...(clientName === ''
      ? []
      : [oneOfNumbers(base, 'clientID', await customersFound(account, clientName, ['fullName']))]),
    ...(numberOrCustomer === ''
      ? []
      : [
          anyOf(base, [
            prefixedText(base, 'number', numberOrCustomer),
            oneOfNumbers(
              base,
              'clientID',
              await customersFound(account, numberOrCustomer, searchedOfCustomers),
            ),
          ]),
        ]),
  ];
}

/** The number, and the one of free form where the account searches that too. */
function numberFilters(account: Account, base: BaseFinder, { number = '' }: Input): Filter[] {
  if (number === '') return [];
  const isBoth = account.table('confParameters').get(1)?.search_invoice_by_regular_and_custom_number === 1;
  const regular = oneOf(base, 'number', [number]);
  return [isBoth ? anyOf(base, [regular, oneOf(base, 'customNumber', [number])]) : regular];
}

/** The day on which a document is to be paid. */
const dueDate = (document: Fields): string => {
  const date = document.get('date');
  if (typeof date !== 'string') return '';
  return dateOfDay(dayOfDate(date) + Number(document.get('paymentDays') ?? 0));
};

interface DayInputs {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

const isWithin = (day: string, { from, to }: DayInputs) =>
  day !== '' && (!from || day >= from) && (!to || day <= to);

/** Documents that have a day in a span, by a test of each. */
function havingDay(name: string, span: DayInputs, daysOf: (document: Fields) => readonly string[]): Filter[] {
  if (!span.from && !span.to) return [];
  return [
    {
      key: `${name}:${span.from ?? ''}..${span.to ?? ''}`,
      matches: (document) => daysOf(document).some((day) => isWithin(day, span)),
    },
  ];
}

const rowDays = (document: Fields) =>
  ((document.get('rows') ?? []) as readonly Row[]).map(({ deliveryDate }) => String(deliveryDate ?? ''));

function dayFilters(base: BaseFinder, input: Input): Filter[] {
  const { dateFrom, dateTo, dueDateFrom, dueDateTo, rowDeliveryDateFrom, rowDeliveryDateTo } = input;
  const dates = { from: dateFrom ?? undefined, to: dateTo ?? undefined };
  return [
    ...(dateFrom || dateTo ? [withinDays(base, 'date', dates)] : []),
    ...havingDay('dueDate', { from: dueDateFrom, to: dueDateTo }, (document) => [dueDate(document)]),
    ...havingDay('rowDeliveryDate', { from: rowDeliveryDateFrom, to: rowDeliveryDateTo }, rowDays),
  ];
}

/** What depends on other documents or on payments: what was found is only true as long as these are as they are. */
function stateFilters(account: Account, input: Input): Filter[] {
  const { invoiceState, unpaidItemsOnly, getUnfulfilledDocuments, nonReturnedItemsOnly } = input;
  const stateOf = (document: Fields) => document.get('invoiceState');
  const versionOf = (name: string) => account.table(name).version;
  const open: readonly unknown[] = ['FULFILLED', 'CANCELLED'];
  return [
    ...(invoiceState === 'NOT_CANCELLED'
      ? [{ key: 'not cancelled', matches: (document: Fields) => stateOf(document) !== 'CANCELLED' }]
      : []),
    ...(getUnfulfilledDocuments === 1
      ? [{ key: 'unfulfilled', matches: (document: Fields) => !open.includes(stateOf(document)) }]
      : []),
    ...(unpaidItemsOnly === 1
      ? [
          {
            key: `unpaid ${account.code} ${versionOf('payments')}`,
            matches: (document: Fields) => paidFields(account, document.id).paymentStatus === 'UNPAID',
          },
        ]
      : []),
    ...(nonReturnedItemsOnly === 1
      ? [
          {
            key: `not credited ${account.code} ${versionOf('salesDocuments')}`,
            matches: (document: Fields) => !isCredited(account, document.id),
          },
        ]
      : []),
  ];
}

/** What a request for documents filters by beside what its inputs say by their names. */
export async function ownFilters(account: Account, input: Input): Promise<Filter[]> {
  const { base } = account.finder('salesDocuments');
  const { productID, productIDs, searchAttributes = [] } = input;
  return [
    ...(await customerFilters(account, base, input)),
    ...numberFilters(account, base, input),
    ...(productID === undefined ? [] : [havingInList(base, 'rowProductID', [productID])]),
    ...(productIDs === undefined ? [] : [havingInList(base, 'rowProductID', productIDs)]),
    ...dayFilters(base, input),
    ...stateFilters(account, input),
    ...searchAttributes.map((pair) => withAttribute(pair.searchAttributeName, pair.searchAttributeValue)),
  ];
}

/** Refuses with 1064 a location that the user has no access to. */
export function checkLocations({ warehouseIDs }: User, input: Input): void {
  if (warehouseIDs === null) return;
  for (const field of ['warehouseID', 'warehouseIDs'] as const) {
    const asked = [input[field] ?? []].flat();
    if (asked.some((id) => !warehouseIDs.includes(id))) refuse(1064);
  }
}
