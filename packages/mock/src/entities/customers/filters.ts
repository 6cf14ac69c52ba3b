import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { bornWithin } from '../../generic/born-within.ts';
import { withDescendants } from '../../generic/with-descendants.ts';
import type { BaseFinder } from '../../query/base-finder.ts';
import type { Fields, Filter } from '../../query/filter.ts';
import { anyOf, containing, equalText, oneOfNumbers, phraseOf, startingWith } from '../../query/filters.ts';

type Input = InputOf<typeof calls.getCustomers>;

const textOf = (customer: Fields, field: string) => String(customer.get(field) ?? '');

/** Somebody who belongs to a company. */
const isContact = (customer: Fields) => Number(customer.get('companyID') ?? 0) !== 0;

const modes: Readonly<Record<string, readonly Filter[]>> = {
  CUSTOMERS: [{ key: 'customers', matches: (customer) => !isContact(customer) }],
  CONTACTS: [{ key: 'contacts', matches: isContact }],
  ALL: [],
};

/** What is searched for a name. */
const searched = ['fullName', 'email', 'phone', 'mobile', 'customerCardNumber'] as const;

/** What a quick search finds: what begins so, and exact numbers in the register. */
export function quickSearch(base: BaseFinder, text: string): Filter {
  return anyOf(base, [startingWith(base, searched, phraseOf(text)), equalText(base, 'code', text)]);
}

/** "First Last", or the name that was not taken apart. */
function personName(customer: Fields): string {
  const parts = [textOf(customer, 'firstName'), textOf(customer, 'lastName')].filter((part) => part !== '');
  return parts.length === 0 ? textOf(customer, 'fullName') : parts.join(' ');
}

/** Persons whose "First Last" begins so, or has it somewhere. */
function personNamed(text: string, isFromMiddle: boolean): Filter {
  const { wanted, key } = phraseOf(text);
  return {
    key: `person${isFromMiddle ? '*' : '~'}=${key}`,
    matches(customer) {
      if (customer.get('customerType') !== 'PERSON') return false;
      const name = personName(customer).toLowerCase();
      return isFromMiddle ? name.includes(wanted) : name.startsWith(wanted);
    },
  };
}

function nameFilters(base: BaseFinder, input: Input): Filter[] {
  const { searchName = '', searchPersonFullName = '', searchFromMiddle } = input;
  const isFromMiddle = searchFromMiddle === 1;
  const find = isFromMiddle ? containing : startingWith;
  return [
    ...(searchName === '' ? [] : [find(base, searched, phraseOf(searchName))]),
    ...(searchPersonFullName === '' ? [] : [personNamed(searchPersonFullName, isFromMiddle)]),
  ];
}

const groups = { table: 'customerGroups', parentField: 'parentID' };

/** Makes the index, in slices, that the tree of groups is followed by. */
export async function indexGroups(account: Account, { groupIDWithSubgroups }: Input): Promise<void> {
  if (groupIDWithSubgroups !== undefined) await account.table(groups.table).index(groups.parentField);
}

/** What a request for customers filters by beside what its inputs say by their names. */
export function ownFilters(account: Account, input: Input): Filter[] {
  const { base } = account.finder('customers');
  const { mode = 'CUSTOMERS', clientManagerID, groupIDWithSubgroups, getPOSDefaultCustomers } = input;
  return [
    ...(modes[mode] ?? []),
    ...nameFilters(base, input),
    ...(clientManagerID === undefined ? [] : [oneOfNumbers(base, 'customerManagerID', [clientManagerID])]),
    ...(groupIDWithSubgroups === undefined
      ? []
      : [oneOfNumbers(base, 'groupID', withDescendants(account, groups, [groupIDWithSubgroups]))]),
    ...(getPOSDefaultCustomers === 1 ? [oneOfNumbers(base, 'isPOSDefaultCustomer', [1])] : []),
    ...bornWithin(input.birthdayMonthDayFrom, input.birthdayMonthDayTo),
  ];
}
