import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';

/** Users by the employees that they are; of several users of one employee the first. */
export function usersByEmployee(account: Account): ReadonlyMap<number, User> {
  const users = new Map<number, User>();
  for (const user of account.users.all()) if (!users.has(user.employeeID)) users.set(user.employeeID, user);
  return users;
}

/** The locations where a user may work, and their registers. */
function placesOf(account: Account, { warehouseIDs }: User): Row {
  const warehouses = [...(warehouseIDs ?? account.table('warehouses').ids())];
  const registers = account.table('pointsOfSale');
  const ids =
    warehouseIDs === null
      ? [...registers.ids()]
      : warehouses.flatMap((id) => registers.find('warehouseID', id)).sort((left, right) => left - right);
  return { warehouses: warehouses.map((id) => ({ id })), pointsOfSale: ids.join() };
}

/** What a card shows of the employee's user; nothing of one without a user. */
export function userBlock(account: Account): (card: Row) => Row {
  const users = usersByEmployee(account);
  return (card) => {
    const user = users.get(Number(card.employeeID));
    if (user === undefined) return {};
    const { userID, groupID: userGroupID, userName: username } = user;
    return { userID, userGroupID, username, ...placesOf(account, user) };
  };
}

/** The products of an employee's product groups (getProductInfo). */
export function productsBlock(account: Account): (card: Row) => Row {
  const products = account.table('products');
  const shown = (id: number): Row => {
    const { code, name, groupID } = products.get(id) ?? {};
    return { productID: id, productCode: code, productName: name, productGroup: groupID };
  };
  return ({ productGroupIDs }) => {
    const groups = (productGroupIDs ?? []) as readonly number[];
    return { productIDs: groups.flatMap((groupID) => products.find('groupID', groupID)).map(shown) };
  };
}
