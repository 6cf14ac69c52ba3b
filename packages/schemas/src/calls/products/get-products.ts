import { defineCall, type InputRule } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, someOf, wordList } from '../../wire/lists.ts';
import { anyCaseOf, oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { allLanguagesInput, languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { product } from './product.ts';
import { productStatuses } from './product-statuses.ts';
import { productTypes } from './product-types.ts';
import { products } from './products.ts';

const orders = ['name', 'code', 'productID', 'price', 'parentProductID', 'changed', 'added'] as const;

const extraCodes = { module: 'extraCodes', code: 1006 } as const;
const extraFields = { module: 'extraFields', code: 1006 } as const;

const notForOneLocation = (input: string): InputRule => ({
  kind: 'notTogether',
  inputs: ['getProductsFor', input],
});

/**
 * Product cards, and what goes with them where a `get…` input asks for it. Stock moves do not touch a card: follow
 * stock with getProductStock.
 */
export const getProducts = defineCall({
  name: 'getProducts',
  docs: 'https://learn-api.erply.com/requests/getproducts',
  effect: 'read',
  table: products,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this product. */
    productID: integer.optional(),
    /** Only these products. */
    productIDs: idList.optional(),
    /** Only products of these types. Without MATRIX: what can be sold. */
    type: someOf(productTypes).optional(),
    /** 0 hides the variations of matrix products, which are of type PRODUCT; 1 when left out. */
    includeMatrixVariations: flag.optional(),
    /** Only products of exactly this group. */
    groupID: integer.optional(),
    /** Only products of this group or a group below it. */
    groupIDWithSubgroups: integer.optional(),
    /** Only products of these groups or groups below them. */
    groupIDsWithSubgroups: idList.optional(),
    /** Only products of exactly this category. */
    categoryID: integer.optional(),
    /** Only products of this category or a category below it. */
    categoryIDWithSubcategories: integer.optional(),
    /** Only products of this priority group. */
    priorityGroupID: integer.optional(),
    /** Only products of this supplier. */
    supplierID: integer.optional(),
    /** Only products of this brand. */
    brandID: integer.optional(),
    /** Only products counted in this unit. */
    unitID: integer.optional(),
    /** Only products with this tax rate on the card. */
    vatrateID: integer.optional(),
    /** Only variations of this matrix product. */
    parentProductID: integer.optional(),
    /** Only products with exactly this code. */
    code: text.optional(),
    /** Only products with exactly this EAN or UPC. */
    code2: text.optional(),
    /** Only products with exactly this third code. */
    code3: text.optional(),
    /** Only products with exactly this supplier's code. */
    supplierCode: text.optional(),
    /** Only products with exactly this code 5; extra product codes module. */
    code5: text.optional(),
    /** Only products with exactly this code 6; extra product codes module. */
    code6: text.optional(),
    /** Only products with exactly this code 7; extra product codes module. */
    code7: text.optional(),
    /** Only products with exactly this code 8; extra product codes module. */
    code8: text.optional(),
    /** Only products with exactly this name. */
    name: text.optional(),
    /** Only products whose code begins so. */
    codePrefix: text.optional(),
    /** Only products whose EAN or UPC begins so. */
    code2Prefix: text.optional(),
    /** Only products whose third code begins so. */
    code3Prefix: text.optional(),
    /** Only products whose supplier's code begins so. */
    supplierCodePrefix: text.optional(),
    /** Only products whose code 5 begins so; extra product codes module. */
    code5Prefix: text.optional(),
    /** Only products whose code 6 begins so; extra product codes module. */
    code6Prefix: text.optional(),
    /** Only products whose code 7 begins so; extra product codes module. */
    code7Prefix: text.optional(),
    /** Only products whose code 8 begins so; extra product codes module. */
    code8Prefix: text.optional(),
    /** Only products whose name begins so. */
    namePrefix: text.optional(),
    /** 1 makes `searchName` and `searchNameIncrementally` look inside codes, not only at their start. */
    searchCodeFromMiddle: flag.optional(),
    /** Only products with this in the name, or at the start of `code` or `code2`. */
    searchName: text.optional(),
    /**
     * Quick look-up: code, else EAN, else parts of them or of the name. Not sorted, not paged, and `recordsTotal` means
     * nothing.
     */
    searchNameIncrementally: text.optional(),
    /** Only products with this in the name or in any code. */
    fullTextSearchPhrase: text.optional(),
    /**
     * 1 takes `code`, `code2` and `name` for one product and looks for exact matches, of all three first, then of fewer.
     * Only `parentProductID` may go with it.
     */
    findBestMatch: flag.optional(),
    /** 0: only archived products; 1: all others. */
    active: flag.optional(),
    /** Only products of this status. Archived ones come too when neither this nor `active` is sent. */
    status: oneOf([...productStatuses, 'ALL_EXCEPT_ARCHIVED']).optional(),
    /** Only products without stock; salon module. */
    nonStockProduct: flag.optional(),
    /** Only used products. */
    isUsedProduct: flag.optional(),
    /** Only products that cannot be returned. */
    nonRefundableProduct: flag.optional(),
    /** 1 for only products with serial numbers. */
    hasSerialNumbers: flag.optional(),
    /** Only products sold in packages. */
    soldInPackages: flag.optional(),
    /** 1 for only products with a button on registers: of `warehouseID`, else the default ones. */
    quickPosProducts: flag.optional(),
    /** 1 for only gift cards with serial numbers. */
    giftCards: flag.optional(),
    /** 1 for only gift cards without numbers. 0 filters nothing. */
    regularGiftCards: flag.optional(),
    /** 1 for only products that the web shop shows. */
    displayedInWebshop: flag.optional(),
    /** 1 adds stock to `warehouses`, and cuts pages to 100. */
    getStockInfo: flag.optional(),
    /** 1 adds `FIFOCost` and `purchasePrice`, to the product and to `warehouses`. */
    getFIFOCost: flag.optional(),
    /** 1 adds `containerName`, `containerCode` and `containerAmount`. */
    getContainerInfo: flag.optional(),
    /** 1 adds `productPackages`. */
    getPackageInfo: flag.optional(),
    /** 1 adds `replacementProducts`. */
    getReplacementProducts: flag.optional(),
    /** 1 adds `relatedProducts`; both ways, unless the account says one way only. */
    getRelatedProducts: flag.optional(),
    /** 1 adds `variationList` to matrix products. */
    getMatrixVariations: flag.optional(),
    /** 1 adds `relatedFiles`. */
    getRelatedFiles: flag.optional(),
    /** 1 adds `productComponents` to bundles and assemblies. */
    getRecipes: flag.optional(),
    /** 1 adds `parameters`; parameters module. */
    getParameters: flag.optional(),
    /** 1 adds `salesPackage…`, `groupPackage…` and `transportPackage…`; packaging module. */
    getPackagingMaterials: flag.optional(),
    /** 1 adds `priceListPrice` and `priceListPriceWithVat`, of `warehouseID` or `clientID`. */
    getPriceListPrices: flag.optional(),
    /** 1 adds `priceCalculationSteps`; needs `getPriceListPrices`. */
    getPriceCalculationSteps: flag.optional(),
    /** 1 for only products in the location's first price list. */
    getItemsFromFirstPriceListOnly: flag.optional(),
    /** 1 makes the gross price by the tax that the product's group has for `warehouseID`. */
    getWarehouseSpecificVAT: flag.optional(),
    /** 1 for only products in stock in the location; without `warehouseID` in any. */
    getOnlyItemsInStock: flag.optional(),
    /** 1 adds `productReplacementHistory`. */
    getProductReplacementHistory: flag.optional(),
    /**
     * Only what `warehouseID`, which it needs, may sell or order, by status and assortment. Not together with `active`,
     * `status`, `addedSince` or `changedSince`.
     */
    getProductsFor: oneOf(['SALES', 'ORDERING']).optional(),
    /** The location for stock, prices and register buttons; stock of all locations when left out. */
    warehouseID: integer.optional(),
    /** The customer for price list prices. */
    clientID: integer.optional(),
    /** Only products with one of these values in extra field 1. */
    extraField1IDs: idList.optional(),
    /** Only products with one of these values in extra field 2. */
    extraField2IDs: idList.optional(),
    /** Only products with one of these values in extra field 3. */
    extraField3IDs: idList.optional(),
    /** Only products with one of these values in extra field 4. */
    extraField4IDs: idList.optional(),
    /** Only products kept at one of these locations in the warehouse. */
    locationInWarehouseIDs: idList.optional(),
    /** Only products kept at exactly this location in the warehouse. */
    locationInWarehouseText: text.optional(),
    ...attributeFilter(),
    /** Only products with this option of a parameter. */
    searchParameterOptionID: integer.optional(),
    /** Only products with this parameter; a plain yes or no, unless `searchParameterValue` is sent too. */
    searchParameterID: integer.optional(),
    /** The value of `searchParameterID`; it means nothing alone. */
    searchParameterValue: text.optional(),
    /** Only products added since. Erply advises `changedSince` instead. */
    addedSince: unixSeconds.optional(),
    /** Only products added or edited since, by the server's clock. Stock does not count: see getProductStock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    ...allLanguagesInput(),
    /** What to sort by; `changed` when left out, where cards that were never edited count as 0. */
    orderBy: anyCaseOf(orders).optional(),
    /** `desc` when left out. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
    /** Start at this row, counted from 0, instead of at `pageNo`. */
    recordOffset: integer.optional(),
    /** Only these fields of the record; fields inside of fields stay. A record with none of them comes empty. */
    getFields: wordList.optional(),
    /** 1 adds `variationDescription` for registers; others have it anyway. */
    posGetVariationDescription: flag.optional(),
  }),
  rules: [
    notForOneLocation('active'),
    notForOneLocation('status'),
    notForOneLocation('addedSince'),
    notForOneLocation('changedSince'),
    { kind: 'needs', input: 'getProductsFor', needs: 'warehouseID' },
    { kind: 'needs', input: 'getPriceCalculationSteps', needs: 'getPriceListPrices' },
    ...attributeFilterRules,
  ],
  moduleInputs: {
    code5: extraCodes,
    code6: extraCodes,
    code7: extraCodes,
    code8: extraCodes,
    code5Prefix: extraCodes,
    code6Prefix: extraCodes,
    code7Prefix: extraCodes,
    code8Prefix: extraCodes,
    getParameters: { module: 'productParameters', code: 1028 },
    getPackagingMaterials: { module: 'packaging', code: 1028 },
    extraField1IDs: extraFields,
    extraField2IDs: extraFields,
    extraField3IDs: extraFields,
    extraField4IDs: extraFields,
  },
  result: { list: product },
  paging: {
    defaultPageSize: 20,
    maxPageSize: (input) => (input.getStockInfo ? 100 : 1000),
    stableOrder: { orderBy: 'productID', orderByDir: 'asc' },
    stableKey: 'productID',
    offset: 'recordOffset',
  },
  errors: [1006, 1010, 1013, 1016, 1030, 1060],
  loggable: [
    'productID',
    'type',
    'includeMatrixVariations',
    'groupID',
    'groupIDWithSubgroups',
    'categoryID',
    'categoryIDWithSubcategories',
    'priorityGroupID',
    'supplierID',
    'brandID',
    'unitID',
    'vatrateID',
    'parentProductID',
    'searchCodeFromMiddle',
    'findBestMatch',
    'active',
    'status',
    'nonStockProduct',
    'isUsedProduct',
    'nonRefundableProduct',
    'hasSerialNumbers',
    'soldInPackages',
    'quickPosProducts',
    'giftCards',
    'regularGiftCards',
    'displayedInWebshop',
    'getStockInfo',
    'getFIFOCost',
    'getContainerInfo',
    'getPackageInfo',
    'getReplacementProducts',
    'getRelatedProducts',
    'getMatrixVariations',
    'getRelatedFiles',
    'getRecipes',
    'getParameters',
    'getPackagingMaterials',
    'getPriceListPrices',
    'getPriceCalculationSteps',
    'getItemsFromFirstPriceListOnly',
    'getWarehouseSpecificVAT',
    'getOnlyItemsInStock',
    'getProductReplacementHistory',
    'getProductsFor',
    'warehouseID',
    'searchParameterOptionID',
    'searchParameterID',
    'addedSince',
    'changedSince',
    'lang',
    'getAllLanguages',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'recordOffset',
    'getFields',
    'posGetVariationDescription',
  ],
  unserved: { fields: ['packages'] },
  evidence: 'Wire types from captured answers and two typed SDKs, which agree.',
});
