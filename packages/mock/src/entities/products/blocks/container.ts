import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

/** The bottle or can that is sold along with a product, where it has one (getContainerInfo). */
export function containerBlock(account: Account, language?: string): (record: Row) => Row {
  const products = account.records('products');
  return ({ containerID, containerAmount = 0 }) => {
    const container = products.record(Number(containerID ?? 0), language);
    if (container === undefined) return {};
    return { containerName: container.name, containerCode: container.code, containerAmount };
  };
}
