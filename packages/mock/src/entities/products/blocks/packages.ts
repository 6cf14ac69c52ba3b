import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

/** The packages of a product, where it has any (getPackageInfo). */
export function packagesBlock(account: Account, language?: string): (record: Row) => Row {
  const table = account.table('productPackages');
  const records = account.records('productPackages');
  return ({ productID }) => {
    const productPackages = table
      .find('productID', productID)
      .map((id) => records.record(id, language) ?? {});
    return productPackages.length === 0 ? {} : { productPackages };
  };
}
