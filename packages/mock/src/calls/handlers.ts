import type { AnyCall, calls } from '@erply-kit/schemas';

import { addAssortmentProducts } from './add-assortment-products.ts';
import { addItemToMatrixDimension } from './add-item-to-matrix-dimension.ts';
import { addProductToPriceList } from './add-product-to-price-list.ts';
import { changePassword } from './change-password.ts';
import { deleteInventoryTransfer } from './delete-inventory-transfer.ts';
import { deleteMatrixDimension } from './delete-matrix-dimension.ts';
import { deletePriceList } from './delete-price-list.ts';
import { deleteProduct } from './delete-product.ts';
import { deleteProductInPriceList } from './delete-product-in-price-list.ts';
import { editAssortmentProducts } from './edit-assortment-products.ts';
import { editItemInMatrixDimension } from './edit-item-in-matrix-dimension.ts';
import { editProductInPriceList } from './edit-product-in-price-list.ts';
import { genericDelete } from './generic-delete.ts';
import { genericList } from './generic-list.ts';
import { genericOne } from './generic-one.ts';
import { genericSave } from './generic-save.ts';
import { getAssortmentProducts } from './get-assortment-products.ts';
import { getChangedDataSince } from './get-changed-data-since.ts';
import { getIdentityToken } from './get-identity-token.ts';
import { getInventoryRegistrations } from './get-inventory-registrations.ts';
import { getInventoryTransfers } from './get-inventory-transfers.ts';
import { getInventoryWriteOffs } from './get-inventory-write-offs.ts';
import { getJwtToken } from './get-jwt-token.ts';
import { getPriceLists } from './get-price-lists.ts';
import { getProductGroups } from './get-product-groups.ts';
import { getProductPrices } from './get-product-prices.ts';
import { getProductPricesInPriceLists } from './get-product-prices-in-price-lists.ts';
import { getProductStock } from './get-product-stock.ts';
import { getProducts } from './get-products.ts';
import { getProductsInPriceList } from './get-products-in-price-list.ts';
import { getProductsWithChangedPrices } from './get-products-with-changed-prices.ts';
import { getReservedStock } from './get-reserved-stock.ts';
import { getSellableProducts } from './get-sellable-products.ts';
import { getServiceEndpoints } from './get-service-endpoints.ts';
import { getSessionKeyInfo } from './get-session-key-info.ts';
import { getSessionKeyUser } from './get-session-key-user.ts';
import { getSupplierGroups } from './get-supplier-groups.ts';
import { getSuppliers } from './get-suppliers.ts';
import { getUserOperationsLog } from './get-user-operations-log.ts';
import { getWarehouses } from './get-warehouses.ts';
import type { Handler } from './handler.ts';
import { removeAssortmentProducts } from './remove-assortment-products.ts';
import { saveConfParameter } from './save-conf-parameter.ts';
import { saveGiftCard } from './save-gift-card.ts';
import { saveInventoryRegistration } from './save-inventory-registration.ts';
import { saveInventoryTransfer } from './save-inventory-transfer.ts';
import { saveInventoryWriteOff } from './save-inventory-write-off.ts';
import { saveMatrixDimension } from './save-matrix-dimension.ts';
import { savePriceList } from './save-price-list.ts';
import { saveProduct } from './save-product.ts';
import { saveProductFile } from './save-product-file.ts';
import { saveProductPackage } from './save-product-package.ts';
import { saveProductPicture } from './save-product-picture.ts';
import { saveSupplier } from './save-supplier.ts';
import { saveVatRate } from './save-vat-rate.ts';
import { saveWarehouse } from './save-warehouse.ts';
import { switchPosGlobalQuickButton } from './switch-pos-global-quick-button.ts';
import { switchPosStoreQuickButton } from './switch-pos-store-quick-button.ts';
import { switchUser } from './switch-user.ts';
import { syncTotalProductStock } from './sync-total-product-stock.ts';
import { verifyIdentityToken } from './verify-identity-token.ts';
import { verifyUser } from './verify-user.ts';

type Handlers = { readonly [TName in keyof typeof calls]?: Handler<(typeof calls)[TName]> };

/** Calls that do more than list, save or delete the records of a table. */
const ownHandlers: Handlers = {
  addAssortmentProducts,
  addItemToMatrixDimension,
  addProductToPriceList,
  changePassword,
  deleteInventoryTransfer,
  deleteMatrixDimension,
  deletePriceList,
  deleteProduct,
  deleteProductInPriceList,
  editAssortmentProducts,
  editItemInMatrixDimension,
  editProductInPriceList,
  getAssortmentProducts,
  getChangedDataSince,
  getIdentityToken,
  getInventoryRegistrations,
  getInventoryTransfers,
  getInventoryWriteOffs,
  getJwtToken,
  getPriceLists,
  getProductGroups,
  getProductPrices,
  getProductPricesInPriceLists,
  getProducts,
  getProductsInPriceList,
  getProductStock,
  getProductsWithChangedPrices,
  getReservedStock,
  getSellableProducts,
  getServiceEndpoints,
  getSessionKeyInfo,
  getSessionKeyUser,
  getSupplierGroups,
  getSuppliers,
  getUserOperationsLog,
  getWarehouses,
  removeAssortmentProducts,
  saveConfParameter,
  saveGiftCard,
  saveInventoryRegistration,
  saveInventoryTransfer,
  saveInventoryWriteOff,
  saveMatrixDimension,
  savePriceList,
  saveProduct,
  saveProductFile,
  saveProductPackage,
  saveProductPicture,
  saveSupplier,
  saveVatRate,
  saveWarehouse,
  switchPosGlobalQuickButton,
  switchPosStoreQuickButton,
  switchUser,
  syncTotalProductStock,
  verifyIdentityToken,
  verifyUser,
};

/** Who carries out a call: its own handler, or the generic one that its definition allows. */
export function handlerOf(call: AnyCall): Handler | undefined {
  // Each handler takes the input of its own call; the type of the table guarantees that they match.
  const own = ownHandlers[call.name as keyof Handlers] as Handler | undefined;
  if (own !== undefined) return own;
  if (call.table === undefined) return undefined;
  if ('list' in call.result) return genericList;
  if ('one' in call.result && call.effect === 'read') return genericOne;
  if (call.effect === 'delete') return genericDelete;
  return call.right === 'save' ? genericSave : undefined;
}
