import type { AnyCall, calls } from '@erply-kit/schemas';

import { genericDelete } from '../generic/delete.ts';
import type { Handler } from '../generic/handler.ts';
import { genericList } from '../generic/list.ts';
import { genericOne } from '../generic/one.ts';
import { genericSave } from '../generic/save.ts';
import { saveConfParameter } from './account/save-conf-parameter.ts';
import { addAssortmentProducts } from './assortments/add-assortment-products.ts';
import { editAssortmentProducts } from './assortments/edit-assortment-products.ts';
import { getAssortmentProducts } from './assortments/get-assortment-products.ts';
import { getSellableProducts } from './assortments/get-sellable-products.ts';
import { removeAssortmentProducts } from './assortments/remove-assortment-products.ts';
import { saveGiftCard } from './gift-cards/save-gift-card.ts';
import { getInventoryRegistrations } from './inventory-registrations/get-inventory-registrations.ts';
import { saveInventoryRegistration } from './inventory-registrations/save-inventory-registration.ts';
import { deleteInventoryTransfer } from './inventory-transfers/delete-inventory-transfer.ts';
import { getInventoryTransfers } from './inventory-transfers/get-inventory-transfers.ts';
import { saveInventoryTransfer } from './inventory-transfers/save-inventory-transfer.ts';
import { getInventoryWriteOffs } from './inventory-write-offs/get-inventory-write-offs.ts';
import { saveInventoryWriteOff } from './inventory-write-offs/save-inventory-write-off.ts';
import { getChangedDataSince } from './log/get-changed-data-since.ts';
import { getUserOperationsLog } from './log/get-user-operations-log.ts';
import { addItemToMatrixDimension } from './matrix-dimensions/add-item-to-matrix-dimension.ts';
import { deleteMatrixDimension } from './matrix-dimensions/delete-matrix-dimension.ts';
import { editItemInMatrixDimension } from './matrix-dimensions/edit-item-in-matrix-dimension.ts';
import { saveMatrixDimension } from './matrix-dimensions/save-matrix-dimension.ts';
import { addProductToPriceList } from './price-lists/add-product-to-price-list.ts';
import { deletePriceList } from './price-lists/delete-price-list.ts';
import { deleteProductInPriceList } from './price-lists/delete-product-in-price-list.ts';
import { editProductInPriceList } from './price-lists/edit-product-in-price-list.ts';
import { getPriceLists } from './price-lists/get-price-lists.ts';
import { getProductPrices } from './price-lists/get-product-prices.ts';
import { getProductPricesInPriceLists } from './price-lists/get-product-prices-in-price-lists.ts';
import { getProductsInPriceList } from './price-lists/get-products-in-price-list.ts';
import { getProductsWithChangedPrices } from './price-lists/get-products-with-changed-prices.ts';
import { savePriceList } from './price-lists/save-price-list.ts';
import { saveProductFile } from './product-files/save-product-file.ts';
import { getProductGroups } from './product-groups/get-product-groups.ts';
import { saveProductPackage } from './product-packages/save-product-package.ts';
import { saveProductPicture } from './product-pictures/save-product-picture.ts';
import { deleteProduct } from './products/delete-product.ts';
import { getProducts } from './products/get-products.ts';
import { saveProduct } from './products/save-product.ts';
import { switchPosGlobalQuickButton } from './quick-buttons/switch-pos-global-quick-button.ts';
import { switchPosStoreQuickButton } from './quick-buttons/switch-pos-store-quick-button.ts';
import { changePassword } from './session/change-password.ts';
import { getIdentityToken } from './session/get-identity-token.ts';
import { getJwtToken } from './session/get-jwt-token.ts';
import { getServiceEndpoints } from './session/get-service-endpoints.ts';
import { getSessionKeyInfo } from './session/get-session-key-info.ts';
import { getSessionKeyUser } from './session/get-session-key-user.ts';
import { switchUser } from './session/switch-user.ts';
import { verifyIdentityToken } from './session/verify-identity-token.ts';
import { verifyUser } from './session/verify-user.ts';
import { getProductStock } from './stock/get-product-stock.ts';
import { getReservedStock } from './stock/get-reserved-stock.ts';
import { syncTotalProductStock } from './stock/sync-total-product-stock.ts';
import { getSupplierGroups } from './supplier-groups/get-supplier-groups.ts';
import { getSuppliers } from './suppliers/get-suppliers.ts';
import { saveSupplier } from './suppliers/save-supplier.ts';
import { saveVatRate } from './vat-rates/save-vat-rate.ts';
import { getWarehouses } from './warehouses/get-warehouses.ts';
import { saveWarehouse } from './warehouses/save-warehouse.ts';

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
