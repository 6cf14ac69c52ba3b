import type { calls } from '@erply-kit/schemas';

import { deleteProduct } from './delete-product.ts';
import { genericList } from './generic-list.ts';
import { getProductGroups } from './get-product-groups.ts';
import { getProductStock } from './get-product-stock.ts';
import { getProducts } from './get-products.ts';
import { getServiceEndpoints } from './get-service-endpoints.ts';
import { getSessionKeyInfo } from './get-session-key-info.ts';
import { getSessionKeyUser } from './get-session-key-user.ts';
import { getUserOperationsLog } from './get-user-operations-log.ts';
import type { Handler } from './handler.ts';
import { saveProduct } from './save-product.ts';
import { verifyUser } from './verify-user.ts';

type Handlers = { readonly [TName in keyof typeof calls]: Handler<(typeof calls)[TName]> };

/** Who carries out which call. A call without a line here does not compile. */
export const handlers: Handlers = {
  deleteProduct,
  getProductGroups,
  getProductStock,
  getProducts,
  getServiceEndpoints,
  getSessionKeyInfo,
  getSessionKeyUser,
  getUserOperationsLog,
  getWarehouses: genericList,
  saveProduct,
  verifyUser,
};
