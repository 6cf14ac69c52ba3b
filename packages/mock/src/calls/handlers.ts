import type { AnyCall, calls } from '@erply-kit/schemas';

import { changePassword } from './change-password.ts';
import { deleteInventoryTransfer } from './delete-inventory-transfer.ts';
import { deleteProduct } from './delete-product.ts';
import { genericDelete } from './generic-delete.ts';
import { genericList } from './generic-list.ts';
import { genericSave } from './generic-save.ts';
import { getIdentityToken } from './get-identity-token.ts';
import { getInventoryRegistrations } from './get-inventory-registrations.ts';
import { getInventoryTransfers } from './get-inventory-transfers.ts';
import { getInventoryWriteOffs } from './get-inventory-write-offs.ts';
import { getJwtToken } from './get-jwt-token.ts';
import { getProductGroups } from './get-product-groups.ts';
import { getProductStock } from './get-product-stock.ts';
import { getProducts } from './get-products.ts';
import { getReservedStock } from './get-reserved-stock.ts';
import { getServiceEndpoints } from './get-service-endpoints.ts';
import { getSessionKeyInfo } from './get-session-key-info.ts';
import { getSessionKeyUser } from './get-session-key-user.ts';
import { getSuppliers } from './get-suppliers.ts';
import { getUserOperationsLog } from './get-user-operations-log.ts';
import type { Handler } from './handler.ts';
import { saveInventoryRegistration } from './save-inventory-registration.ts';
import { saveInventoryTransfer } from './save-inventory-transfer.ts';
import { saveInventoryWriteOff } from './save-inventory-write-off.ts';
import { saveProduct } from './save-product.ts';
import { switchUser } from './switch-user.ts';
import { syncTotalProductStock } from './sync-total-product-stock.ts';
import { verifyIdentityToken } from './verify-identity-token.ts';
import { verifyUser } from './verify-user.ts';

type Handlers = { readonly [TName in keyof typeof calls]?: Handler<(typeof calls)[TName]> };

/** Calls that do more than list, save or delete the records of a table. */
const ownHandlers: Handlers = {
  changePassword,
  getIdentityToken,
  getJwtToken,
  getSuppliers,
  switchUser,
  verifyIdentityToken,
  deleteInventoryTransfer,
  getInventoryRegistrations,
  getInventoryTransfers,
  getInventoryWriteOffs,
  getReservedStock,
  saveInventoryRegistration,
  saveInventoryTransfer,
  saveInventoryWriteOff,
  syncTotalProductStock,
  deleteProduct,
  getProductGroups,
  getProductStock,
  getProducts,
  getServiceEndpoints,
  getSessionKeyInfo,
  getSessionKeyUser,
  getUserOperationsLog,
  saveProduct,
  verifyUser,
};

/** Who carries out a call: its own handler, or the generic one that its definition allows. */
export function handlerOf(call: AnyCall): Handler | undefined {
  // Each handler takes the input of its own call; the type of the table guarantees that they match.
  const own = ownHandlers[call.name as keyof Handlers] as Handler | undefined;
  if (own !== undefined) return own;
  if (call.table === undefined) return undefined;
  if ('list' in call.result) return genericList;
  if (call.effect === 'delete') return genericDelete;
  return call.right === 'save' ? genericSave : undefined;
}
