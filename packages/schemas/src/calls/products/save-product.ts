import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { perNumber, rows } from '../../wire/numbered.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs, longAttributeInputs } from '../attribute-inputs.ts';
import { languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { packagingTypes } from './packaging-types.ts';
import { productStatuses } from './product-statuses.ts';
import { productTypes } from './product-types.ts';
import { products } from './products.ts';

const extraCodes = { module: 'extraCodes', code: 1028 } as const;
const extraFields = { module: 'extraFields', code: 1028 } as const;
const salon = { module: 'salon', code: 1006 } as const;

const component = () => ({
  /** The product that goes in. */
  componentProductID: integer,
  /** How much of it one unit takes. */
  componentAmount: decimal,
});

/**
 * Makes a product, or edits the one of `productID`: inputs that are left out keep what the card has. Never touches
 * stock, which only documents move.
 * @deprecated Erply recommends instead: PIM API /v1/product.
 */
export const saveProduct = defineCall({
  name: 'saveProduct',
  docs: 'https://learn-api.erply.com/requests/saveproduct',
  effect: 'write',
  table: products,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The product to edit; a new one is made when left out. */
    productID: integer.optional(),
    /** PRODUCT when left out; an edit without it keeps the type. */
    type: oneOf(productTypes).optional(),
    /** The product group; a new product needs it, 1010 without. */
    groupID: integer.optional(),
    /** The unit that it is counted in. */
    unitID: integer.optional(),
    /** The brand. */
    brandID: integer.optional(),
    /** The supplier. */
    supplierID: integer.optional(),
    /** The tax rate; the account's default when left out. */
    vatrateID: integer.optional(),
    /** 1 to sell it without tax everywhere. */
    taxFree: flag.optional(),
    /**
     * The company's code, 50 characters at most. Where the account wants codes unique, a second one is refused
     * with 1012.
     */
    code: text.optional(),
    /** EAN or UPC, 50 characters at most. As `code`, it may have to be unique. */
    code2: text.optional(),
    /** The third code. */
    code3: text.optional(),
    /** The supplier's code for it. */
    supplierCode: text.optional(),
    /** Code 5; extra product codes module. */
    code5: text.optional(),
    /** Code 6; extra product codes module. */
    code6: text.optional(),
    /** Code 7; extra product codes module. */
    code7: text.optional(),
    /** Code 8; extra product codes module. */
    code8: text.optional(),
    /** 0 archives it. */
    active: flag.optional(),
    /** ACTIVE when left out. */
    status: oneOf(productStatuses).optional(),
    /** 1 to show it in the web shop. */
    displayedInWebshop: flag.optional(),
    /** Name in the account's language. */
    name: text.optional(),
    ...languageNameInputs(),
    /** Plain text, in the account's language. */
    description: text.optional(),
    /** Plain text in Estonian: `description` of an account in that language; no record shows it otherwise. */
    descriptionEST: text.optional(),
    /** Plain text in English. */
    descriptionENG: text.optional(),
    /** Plain text in Russian. */
    descriptionRUS: text.optional(),
    /** Plain text in Finnish. */
    descriptionFIN: text.optional(),
    /** HTML, in the account's language. */
    longdesc: text.optional(),
    /** HTML in Estonian: `longdesc` of an account in that language; no record shows it otherwise. */
    longdescEST: text.optional(),
    /** HTML in English. */
    longdescENG: text.optional(),
    /** HTML in Russian. */
    longdescRUS: text.optional(),
    /** HTML in Finnish. */
    longdescFIN: text.optional(),
    /** In the account's unit. */
    length: decimal.optional(),
    /** In the account's unit. */
    width: decimal.optional(),
    /** In the account's unit. */
    height: decimal.optional(),
    /** In the account's unit. */
    netWeight: decimal.optional(),
    /** With packaging, in the account's unit. */
    grossWeight: decimal.optional(),
    /** Of a liquid, in the account's unit. */
    volume: decimal.optional(),
    /** Net price. Send this or `priceWithVAT`, the other follows. The record calls it `price`. */
    netPrice: decimal.optional(),
    /** Gross price. Send this or `netPrice`, the other follows. The record calls it `priceWithVat`. */
    priceWithVAT: decimal.optional(),
    /** Cost written on the card; stock has its own. */
    cost: decimal.optional(),
    /** 1 to give it a button on registers. */
    hasQuickSelectButton: flag.optional(),
    /** 1 for gift cards with serial numbers. */
    isGiftCard: flag.optional(),
    /** 1 for gift cards without numbers. */
    isRegularGiftCard: flag.optional(),
    /** 1 to keep promotions off. */
    nonDiscountable: flag.optional(),
    /** 1 when it cannot be returned. */
    nonRefundable: flag.optional(),
    /** How long the service takes; salon module, 1006 without. */
    lengthInMinutes: integer.optional(),
    /** Time to prepare the service; salon module, 1006 without. */
    setupTimeInMinutes: integer.optional(),
    /** Time to clean up after the service; salon module, 1006 without. */
    cleanupTimeInMinutes: integer.optional(),
    /** 1 to leave it out of reward points. */
    rewardPointsNotAllowed: flag.optional(),
    /** Who makes it. */
    manufacturerName: text.optional(),
    /** The product category. */
    categoryID: integer.optional(),
    /** The priority group. */
    priorityGroupID: integer.optional(),
    /** The country that it comes from. */
    countryOfOriginID: integer.optional(),
    /** The product, a bottle or can, that is always sold along. */
    containerID: integer.optional(),
    /** Containers in one unit. */
    containerAmount: decimal.optional(),
    /** How long delivery takes. */
    deliveryTime: text.optional(),
    /** Backbar charges of the service. */
    backbarCharges: decimal.optional(),
    /** 1 when it needs no labels. No record shows it. */
    labelsNotNeeded: flag.optional(),
    /** 1 for what has no stock. */
    nonStockProduct: flag.optional(),
    /** 1 to make the register ask for the price at every sale. */
    cashierMustEnterPrice: flag.optional(),
    /** 1 for a walk-in service. */
    walkInService: flag.optional(),
    /** The type of packaging; that another word is refused is inferred. */
    packagingType: oneOf(packagingTypes).optional(),
    /** The value of extra field 1; extra fields module. */
    extraField1ID: integer.optional(),
    /** The value of extra field 2; extra fields module. */
    extraField2ID: integer.optional(),
    /** The value of extra field 3; extra fields module. */
    extraField3ID: integer.optional(),
    /** The value of extra field 4; extra fields module. */
    extraField4ID: integer.optional(),
    /** The amount that orders go in multiples of. */
    reorderMultiple: integer.optional(),
    /** Reorder points by warehouse ID: `reorderPoint5` on the wire. */
    reorderPoint: perNumber(decimal).optional(),
    /** Restock levels by warehouse ID: `restockLevel5` on the wire. */
    restockLevel: perNumber(decimal).optional(),
    /** Products that can stand in for it. */
    replacementProductIDs: idList.optional(),
    /** Products that go with it. */
    relatedProductIDs: idList.optional(),
    /** The matrix product that it is a variation of. */
    parentProductID: integer.optional(),
    /** First dimension of a matrix product. */
    dimensionID1: integer.optional(),
    /** Second dimension of a matrix product. */
    dimensionID2: integer.optional(),
    /** Third dimension of a matrix product. */
    dimensionID3: integer.optional(),
    /** A variation's value in the first dimension. */
    dimValueID1: integer.optional(),
    /** A variation's value in the second dimension. */
    dimValueID2: integer.optional(),
    /** A variation's value in the third dimension. */
    dimValueID3: integer.optional(),
    /** The location in the warehouse, from the list. */
    locationInWarehouseID: integer.optional(),
    /** The location in the warehouse, as free text. */
    locationInWarehouseText: text.optional(),
    /**
     * The recipe of a bundle or assembly: `componentProductID1`, `componentAmount1` and so on. The names are
     * inferred.
     */
    components: rows(component()).optional(),
    /** Number in a state register. */
    registryNumber: text.optional(),
    /** Batches in stock, separated by semicolons. */
    batches: text.optional(),
    /** Number and date of the excise declaration. */
    exciseDeclaration: text.optional(),
    /** By volume. */
    alcoholPercentage: decimal.optional(),
    /** Excise: fermented product under 6. */
    exciseFermentedProductUnder6: decimal.optional(),
    /** Excise: wine over 6. */
    exciseWineOver6: decimal.optional(),
    /** Excise: fermented product over 6. */
    exciseFermentedProductOver6: decimal.optional(),
    /** Excise: intermediate product. */
    exciseIntermediateProduct: decimal.optional(),
    /** Excise: other alcohol. */
    exciseOtherAlcohol: decimal.optional(),
    /** Excise: packaging. */
    excisePackaging: decimal.optional(),
    /** Clear and brown glass of the sales package. */
    salesPackageClearBrownGlass: decimal.optional(),
    /** Green and other glass of the sales package. */
    salesPackageGreenOtherGlass: decimal.optional(),
    /** Plastic (PP, PE) of the sales package. */
    salesPackagePlasticPpPe: decimal.optional(),
    /** Plastic (PET) of the sales package. */
    salesPackagePlasticPet: decimal.optional(),
    /** Iron of the sales package. */
    salesPackageMetalFe: decimal.optional(),
    /** Aluminium of the sales package. */
    salesPackageMetalAl: decimal.optional(),
    /** Other metal of the sales package. */
    salesPackageOtherMetal: decimal.optional(),
    /** Cardboard of the sales package. */
    salesPackageCardboard: decimal.optional(),
    /** Wood of the sales package. */
    salesPackageWood: decimal.optional(),
    /** Paper of the group package. */
    groupPackagePaper: decimal.optional(),
    /** Plastic of the group package. */
    groupPackagePlastic: decimal.optional(),
    /** Metal of the group package. */
    groupPackageMetal: decimal.optional(),
    /** Wood of the group package. */
    groupPackageWood: decimal.optional(),
    /** Wood of the transport package. */
    transportPackageWood: decimal.optional(),
    /** Plastic of the transport package. */
    transportPackagePlastic: decimal.optional(),
    /** Cardboard of the transport package. */
    transportPackageCardboard: decimal.optional(),
    ...attributeInputs(),
    ...longAttributeInputs(),
  }),
  moduleInputs: {
    code5: extraCodes,
    code6: extraCodes,
    code7: extraCodes,
    code8: extraCodes,
    extraField1ID: extraFields,
    extraField2ID: extraFields,
    extraField3ID: extraFields,
    extraField4ID: extraFields,
    lengthInMinutes: salon,
    setupTimeInMinutes: salon,
    cleanupTimeInMinutes: salon,
  },
  result: { one: savedRecord('productID') },
  example: { groupID: 1, code: 'OAK-1', name: 'Oak table', netPrice: 99.5 },
  errors: [1006, 1010, 1011, 1012, 1014, 1016, 1024, 1028, 1061, 1062],
  loggable: ['productID', 'type', 'groupID', 'status', 'active', 'parentProductID'],
  deprecated: 'PIM API /v1/product',
  evidence: 'Answer from a typed SDK; recipe inputs are inferred.',
});
