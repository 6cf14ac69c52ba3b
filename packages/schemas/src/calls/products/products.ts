import { defineTable } from '../../define-table.ts';
import { product } from './product.ts';

/** Product cards. */
export const products = defineTable({
  name: 'products',
  key: 'productID',
  record: product,
  joins: {
    groupName: { table: 'productGroups', by: 'groupID', field: 'name' },
    categoryName: { table: 'productCategories', by: 'categoryID', field: 'productCategoryName' },
    supplierName: { table: 'suppliers', by: 'supplierID', field: 'fullName' },
    unitName: { table: 'productUnits', by: 'unitID', field: 'name' },
    vatrate: { table: 'vatRates', by: 'vatrateID', field: 'rate' },
    brandName: { table: 'brands', by: 'brandID', field: 'name' },
  },
  references: { parentProductID: 'products', priorityGroupID: 'priorityGroups' },
  gathers: {
    images: { table: 'productPictures', by: 'productID', names: { pictureID: 'productPictureID' } },
    relatedFiles: { table: 'productFiles', by: 'productID', names: { fileID: 'productFileID' } },
  },
  saveNames: {
    netPrice: 'price',
    priceWithVAT: 'priceWithVat',
    components: 'productComponents',
    componentProductID: 'componentID',
    componentAmount: 'amount',
    longAttributeName: 'attributeName',
    longAttributeValue: 'attributeValue',
    replacementProductIDs: 'replacementProducts',
    relatedProductIDs: 'relatedProducts',
  },
  logged: true,
  timestamps: true,
});
