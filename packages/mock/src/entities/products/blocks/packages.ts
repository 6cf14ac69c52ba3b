import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

/** The packages of a product, where it has any (getPackageInfo). */
export function packagesBlock(account: Account, language?: string): (record: Row) => Row {
  const prints = account.encoded('productPackages');
  const byProduct = new Map<unknown, Row[]>();
  for (const id of account.table('productPackages').ids()) {
    const found = prints.record(id, language) ?? {};
    byProduct.set(found.productID, [...(byProduct.get(found.productID) ?? []), found]);
  }
  return ({ productID }) => {
    const productPackages = byProduct.get(productID);
    return productPackages === undefined ? {} : { productPackages };
  };
}
