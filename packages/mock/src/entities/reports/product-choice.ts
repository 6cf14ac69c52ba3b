import type { Account } from '../../account/account.ts';
import { withDescendants } from '../../generic/with-descendants.ts';
import type { Row } from '../../store/row.ts';

/** Inputs of a report that choose products. */
export interface ProductChoice {
  readonly productID?: number | undefined;
  readonly productIDs?: readonly number[] | undefined;
  readonly productGroupID?: number | undefined;
  readonly categoryID?: number | undefined;
  readonly priorityGroupID?: number | undefined;
  readonly supplierID?: number | undefined;
  readonly brandID?: number | undefined;
}

const groups = { table: 'productGroups', parentField: 'parentGroupID' };

/** Makes the index, in slices, that the tree of groups is followed by. */
export async function indexProductGroups(account: Account, { productGroupID }: ProductChoice): Promise<void> {
  if (productGroupID !== undefined) await account.table(groups.table).index(groups.parentField);
}

/** Tests a row by its product; a row without one passes only where no product is chosen. */
export function productTest(account: Account, choice: ProductChoice): (row: Row) => boolean {
  const { productID, productIDs, productGroupID, categoryID, priorityGroupID, supplierID, brandID } = choice;
  const groupIDs =
    productGroupID === undefined ? undefined : withDescendants(account, groups, [productGroupID]);
  const equal = Object.entries({ categoryID, priorityGroupID, supplierID, brandID }).filter(
    ([, wanted]) => wanted !== undefined,
  );
  const isOfCard = groupIDs !== undefined || equal.length > 0;
  return ({ productID: own = 0 }) => {
    if (productID !== undefined && own !== productID) return false;
    if (productIDs !== undefined && !productIDs.includes(Number(own))) return false;
    if (!isOfCard) return true;
    const product: Row | undefined = account.table('products').get(Number(own));
    if (product === undefined) return false;
    if (groupIDs !== undefined && !groupIDs.has(Number(product.groupID ?? 0))) return false;
    return equal.every(([field, wanted]) => Number(product[field] ?? 0) === wanted);
  };
}
