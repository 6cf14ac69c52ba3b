import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { bornWithin } from '../../generic/born-within.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import { anyOf, byIDs, equalText } from '../../query/filters.ts';
import type { Row } from '../../store/row.ts';
import { productsBlock, userBlock, usersByEmployee } from './employee-blocks.ts';

type Input = InputOf<typeof calls.getEmployees>;

/** Cards of employees whose user is so. */
function whoseUser(account: Account, test: (user: User) => boolean): Filter {
  const found = [...usersByEmployee(account)].filter(([, user]) => test(user));
  return byIDs(
    account.finder('employees').base,
    found.map(([employeeID]) => employeeID),
  );
}

/** Cards of employees whose user may work with a location; nobody works with one that does not exist. */
function workingAt(account: Account, warehouseID: number): Filter {
  const isThere = account.table('warehouses').has(warehouseID);
  return whoseUser(
    account,
    ({ warehouseIDs }) => isThere && (warehouseIDs === null || warehouseIDs.includes(warehouseID)),
  );
}

function filtersOf(account: Account, input: Input): Filter[] {
  const { userGroupID, warehouseID, usernameOrEmail = '' } = input;
  const { base } = account.finder('employees');
  const named = whoseUser(account, ({ userName }) => userName === usernameOrEmail);
  return [
    ...(userGroupID === undefined ? [] : [whoseUser(account, (user) => user.groupID === userGroupID)]),
    ...(warehouseID === undefined ? [] : [workingAt(account, warehouseID)]),
    ...(usernameOrEmail === '' ? [] : [anyOf(base, [named, equalText(base, 'email', usernameOrEmail)])]),
    ...bornWithin(input.birthdayMonthDayFrom, input.birthdayMonthDayTo),
  ];
}

/** Employees with what their users add to their cards. */
export const getEmployees: Handler<typeof calls.getEmployees> = async (context, input) => {
  const { account } = context;
  const { userGroupID: _, ...others } = input;
  const blocks = [userBlock(account)];
  if (input.getProductInfo === 1 && account.hasModule('salon')) {
    await account.table('products').index('groupID');
    blocks.push(productsBlock(account));
  }
  const addBlocks = (card: Row): Row => Object.assign({}, ...blocks.map((block) => block(card)));
  return listWith(context, others, { filters: filtersOf(account, input), addBlocks });
};
