import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, decimalString, filledDecimalString, nullableDecimal } from '../../wire/decimal.ts';
import { flag, oneOrNull } from '../../wire/flag.ts';
import { id, idString, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { nullableText, text, word } from '../../wire/text.ts';
import { withWire } from '../../wire/wire.ts';
import { attribute } from '../attribute.ts';
import { languageNames } from '../language-names.ts';
import { longAttribute } from '../long-attribute.ts';
import { priceCalculationStep } from '../price-lists/price-calculation-step.ts';
import { packagingTypes } from './packaging-types.ts';
import { productComponent } from './product-component.ts';
import { productFile } from './product-file.ts';
import { productImage } from './product-image.ts';
import { productPackage } from './product-package.ts';
import { productParameter } from './product-parameter.ts';
import { productStatuses } from './product-statuses.ts';
import { productTypes } from './product-types.ts';
import { productVariation } from './product-variation.ts';
import { productWarehouse } from './product-warehouse.ts';
import { replacementHistory } from './replacement-history.ts';
import { variationDimension } from './variation-dimension.ts';

/** A product card: what is sold, whether or not it is kept in stock. */
export const product = defineRecord(() => ({
  /** ID of the card. */
  productID: id,
  /**
   * BUNDLE has no stock of its own, a sale draws its components. ASSEMBLY has components and stock. MATRIX is only
   * the parent of its variations.
   */
  type: word(productTypes),
  /** 0 exactly when `status` is ARCHIVED. */
  active: flag,
  /** More exact than `active`. */
  status: word(productStatuses),
  /** In the account's language, or that of `lang`. */
  name: text,
  ...languageNames(),
  /** The company's own code, as a rule. */
  code: text,
  /** EAN or UPC, as a rule. */
  code2: text,
  /** A third code; cards may not show it. */
  code3: nullableText,
  /** The supplier's code for it. */
  supplierCode: nullableText,
  /** Extra product codes module only. */
  code5: nullableText.optional(),
  /** Extra product codes module only. */
  code6: nullableText.optional(),
  /** Extra product codes module only. */
  code7: nullableText.optional(),
  /** Extra product codes module only. */
  code8: nullableText.optional(),
  /** The product group; every product has one. */
  groupID: integer,
  /** The group's name. */
  groupName: text,
  /** Net price on the card, 3 decimals. Saved as `netPrice`. */
  price: decimal,
  /** Gross price on the card, 2 decimals. Mind the spelling: saved as `priceWithVAT`. */
  priceWithVat: decimal,
  /** 1 when the web shop shows it. */
  displayedInWebshop: flag,
  /** In captured answers, in no document. */
  seriesID: integer,
  /** In captured answers, in no document. */
  seriesName: nullableText,
  /** 0 when it has none. */
  categoryID: integer,
  /** The category's name. */
  categoryName: nullableText,
  /** Whom it is bought from; 0 when not set. */
  supplierID: integer,
  /** The supplier's name. */
  supplierName: nullableText,
  /** The unit that it is counted in. */
  unitID: integer,
  /** The unit's name. */
  unitName: nullableText,
  /** 1 when it is sold without tax everywhere, whatever the other rates say. */
  taxFree: flag,
  /** How long delivery takes. */
  deliveryTime: text,
  /** Tax rate of the card; a register's own rate goes before it. */
  vatrateID: integer,
  /** Percent. */
  vatrate: decimal,
  /** Deprecated: registers have buttons of their own, see getPointsOfSale. */
  hasQuickSelectButton: flag,
  /** 1 for gift cards with serial numbers. */
  isGiftCard: flag,
  /** 1 for gift cards without numbers. */
  isRegularGiftCard: flag,
  /** 1 keeps promotions off. A group above the product can do the same without showing here. */
  nonDiscountable: flag,
  /** 1 when promotions of single items do not apply. */
  itemLevelPromotionsDisabled: oneOrNull,
  /** 1 when it cannot be returned. */
  nonRefundable: flag,
  /** Who makes it. */
  manufacturerName: text,
  /** Inside quotes, unlike the other IDs here. */
  priorityGroupID: integerString,
  /** Inside quotes, unlike the other IDs here. */
  countryOfOriginID: integerString,
  /** 0 when it has none. */
  brandID: integer,
  /** The brand's name. */
  brandName: nullableText,
  /** In the account's unit, inches or millimetres for example. */
  width: filledDecimalString,
  /** In the account's unit. */
  height: filledDecimalString,
  /** In the account's unit. */
  length: filledDecimalString,
  /** How long a salon service takes. */
  lengthInMinutes: integer,
  /** Time to prepare a salon service. */
  setupTimeInMinutes: integer,
  /** Time to clean up after a salon service. */
  cleanupTimeInMinutes: integer,
  /** 1 for a walk-in service. */
  walkInService: flag,
  /** 1 when reward points leave it out. */
  rewardPointsNotAllowed: flag,
  /** 1 for what has no stock: services and the like. */
  nonStockProduct: flag,
  /** 1 for second-hand goods. */
  isUsedProduct: flag,
  /** 1 when units have serial numbers. */
  hasSerialNumbers: flag,
  /** 1 when it is sold in packages. */
  soldInPackages: flag,
  /** 1 when the register asks for the price at every sale, whatever lists say. */
  cashierMustEnterPrice: flag,
  /** Only newer servers send it; in no document. */
  isLotProduct: flag.optional(),
  /** Only newer servers send it; in no document. */
  shelfLifeDays: integer.optional(),
  /** Only newer servers send it; in no document. */
  revenueAccount: text.optional(),
  /** In the account's unit, pounds or kilograms for example. */
  netWeight: decimalString,
  /** With packaging, in the account's unit. */
  grossWeight: filledDecimalString,
  /** Of a liquid, in the account's unit. */
  volume: filledDecimalString,
  /** Plain text, in the account's language. */
  description: text,
  /** HTML, in the account's language. */
  longdesc: text,
  /** Plain text. */
  descriptionENG: text,
  /** HTML. */
  longdescENG: text,
  /** Plain text. */
  descriptionRUS: text,
  /** HTML. */
  longdescRUS: text,
  /** Plain text. */
  descriptionFIN: text,
  /** HTML. */
  longdescFIN: text,
  /** Cost written on the card by hand; stock has its own, see `FIFOCost`. */
  cost: decimal,
  /** Mean cost of the units in stock, of `warehouseID` or of all; only with `getFIFOCost`. */
  FIFOCost: decimal.optional(),
  /** As `FIFOCost`, without freight and the like; only with `getFIFOCost`. */
  purchasePrice: decimal.optional(),
  /** Material that a salon service uses up. */
  backbarCharges: decimal,
  /** Minutes. */
  serviceDuration: nullableDecimal,
  /** When the card was made. */
  added: unixSeconds,
  /** At most 16 characters, usually the start of the user's name. */
  addedByUsername: text,
  /** 0 until the first edit. Stock does not move it. */
  lastModified: unixSeconds,
  /** As `addedByUsername`. */
  lastModifiedByUsername: text,
  /** Absent when there are none. */
  images: z.array(productImage()).optional(),
  /** By warehouse ID; only with `getStockInfo` or `getFIFOCost`. */
  warehouses: z.record(z.string(), productWarehouse()).optional(),
  /** Three at most; only for variations of a matrix product, and registers must ask for it. */
  variationDescription: z.array(variationDimension()).optional(),
  /** IDs of the variations; only for type MATRIX. */
  productVariations: z.array(idString).optional(),
  /** Only for type MATRIX, with `getMatrixVariations`. */
  variationList: z.array(productVariation()).optional(),
  /** The matrix product; only for its variations. */
  parentProductID: integer.optional(),
  /** The product, a bottle or can, that is always sold along. */
  containerID: integer,
  /** Only with `getContainerInfo`. */
  containerName: text.optional(),
  /** Only with `getContainerInfo`. */
  containerCode: text.optional(),
  /** Containers in one unit; only with `getContainerInfo`. */
  containerAmount: decimal.optional(),
  /** Sort of packaging; empty when not set. */
  packagingType: word(packagingTypes),
  /** The old form of `productPackages`, its shape is not known; only with `getPackageInfo`. */
  packages: z.unknown().optional(),
  /** Only with `getPackageInfo`. */
  productPackages: z.array(productPackage()).optional(),
  /** Product IDs; only with `getReplacementProducts`. */
  replacementProducts: z.array(idString).optional(),
  /** Product IDs; only with `getRelatedProducts`. */
  relatedProducts: z.array(idString).optional(),
  /** Only with `getRelatedFiles`. */
  relatedFiles: z.array(productFile()).optional(),
  /** The recipe of a BUNDLE or ASSEMBLY; only with `getRecipes`. */
  productComponents: z.array(productComponent()).optional(),
  /** Net price by the lists of `warehouseID` or `clientID`; only with `getPriceListPrices`. */
  priceListPrice: decimal.optional(),
  /** As `priceListPrice`, gross; only with `getPriceListPrices`. */
  priceListPriceWithVat: decimal.optional(),
  /** How `priceListPrice` came about; only with `getPriceCalculationSteps`. */
  priceCalculationSteps: z.array(priceCalculationStep()).optional(),
  /** Deprecated: the next fields in one text. */
  locationInWarehouse: text,
  /** Place in the warehouse, one of a list. */
  locationInWarehouseID: integerString,
  /** Name of that location. */
  locationInWarehouseName: text,
  /** Written freely, where the location is not one of the list. */
  locationInWarehouseText: text,
  /** The amount that orders go in multiples of. */
  reorderMultiple: integer,
  /** What the account calls the field; extra fields module only. */
  extraField1Title: text.optional(),
  /** The chosen value; extra fields module only. */
  extraField1ID: integer.optional(),
  /** Extra fields module only. */
  extraField1Code: text.optional(),
  /** Extra fields module only. */
  extraField1Name: text.optional(),
  /** What the account calls the field; extra fields module only. */
  extraField2Title: text.optional(),
  /** The chosen value; extra fields module only. */
  extraField2ID: integer.optional(),
  /** Extra fields module only. */
  extraField2Code: text.optional(),
  /** Extra fields module only. */
  extraField2Name: text.optional(),
  /** What the account calls the field; extra fields module only. */
  extraField3Title: text.optional(),
  /** The chosen value; extra fields module only. */
  extraField3ID: integer.optional(),
  /** Extra fields module only. */
  extraField3Code: text.optional(),
  /** Extra fields module only. */
  extraField3Name: text.optional(),
  /** What the account calls the field; extra fields module only. */
  extraField4Title: text.optional(),
  /** The chosen value; extra fields module only. */
  extraField4ID: integer.optional(),
  /** Extra fields module only. */
  extraField4Code: text.optional(),
  /** Extra fields module only. */
  extraField4Name: text.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackageClearBrownGlass: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackageGreenOtherGlass: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackagePlasticPpPe: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackagePlasticPet: decimalString.optional(),
  /** Iron; only with `getPackagingMaterials`. */
  salesPackageMetalFe: decimalString.optional(),
  /** Aluminium; only with `getPackagingMaterials`. */
  salesPackageMetalAl: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackageOtherMetal: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackageCardboard: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackageWood: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  salesPackagePaperAndCardboardMono: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  groupPackagePaper: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  groupPackagePlastic: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  groupPackageMetal: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  groupPackageWood: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  groupPackageFerrousMetal: decimalString.optional(),
  /** Aluminium included; only with `getPackagingMaterials`. */
  groupPackageNonFerrousMetal: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  transportPackageWood: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  transportPackagePlastic: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  transportPackageCardboard: decimalString.optional(),
  /** Only with `getPackagingMaterials`. */
  transportPackageFerrousMetal: decimalString.optional(),
  /** Aluminium included; only with `getPackagingMaterials`. */
  transportPackageNonFerrousMetal: decimalString.optional(),
  /** Number in a state register, of spirits for example. */
  registryNumber: text,
  /** By volume. */
  alcoholPercentage: decimalString,
  /** Batches in stock, separated by semicolons; kept by hand, for reports. */
  batches: text,
  /** Number and date of the excise declaration. */
  exciseDeclaration: text,
  /** Excise: fermented product under 6. */
  exciseFermentedProductUnder6: decimalString,
  /** Excise: wine over 6. */
  exciseWineOver6: decimalString,
  /** Excise: fermented product over 6. */
  exciseFermentedProductOver6: decimalString,
  /** Excise: intermediate product. */
  exciseIntermediateProduct: decimalString,
  /** Excise: other alcohol. */
  exciseOtherAlcohol: decimalString,
  /** Excise: packaging. */
  excisePackaging: decimalString,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** A captured answer has an empty array where there are none. */
  longAttributes: z.array(longAttribute()).optional(),
  /** Only with `getParameters`. */
  parameters: z.array(productParameter()).optional(),
  /** Only with `getProductReplacementHistory`. Documented as an array, read by us as one object; either is taken. */
  productReplacementHistory: withWire(z.union([replacementHistory(), z.array(replacementHistory())]), {
    name: 'oneOrMany',
    type: 'object',
  }).optional(),
}));
