import { type AnyCall, encodeInput } from '@erply-kit/schemas';

import { elementOf, fieldsOf, formOf, isOptional, type Schema } from './schema-shape.ts';

/** The account of the examples; the fake answers for any. */
export const exampleAccount = '100001';

/** An example request as a client would send it, the session key left out. */
export function exampleRequest(call: AnyCall): string {
  const body = exampleParameters(call);
  const session = call.session === 'none' ? '' : '&sessionKey=…';
  const common = `clientCode=${exampleAccount}${session}&request=${call.name}`;
  return [
    'POST /api/ HTTP/1.1',
    `Host: ${exampleAccount}.erply.com`,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    [common, body.toString()].filter((text) => text !== '').join('&'),
  ].join('\n');
}

/** The parameters of the example request, beside those that all calls share. */
export function exampleParameters(call: AnyCall): URLSearchParams {
  return new URLSearchParams([...encodeInput(call, exampleInput(call))]);
}

/** Inputs that make an example worth reading, where a call has them and does not require them. */
const telling: Readonly<Record<AnyCall['effect'], readonly string[]>> = {
  read: ['warehouseID'],
  write: ['username', 'password', 'groupID', 'code', 'name', 'fullName', 'firstName', 'netPrice'],
  delete: [],
};

/** The PIN that the user of the examples has. */
export const exampleCardCode = '471147';

/** Inputs of single calls, in documented types. */
const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // The product that the example of saveProduct makes.
  deleteProduct: { productID: 601 },
  // The list that no location has.
  deletePriceList: { priceListIDs: [4] },
  addProductToPriceList: { priceListID: 4, productID: 1, price: 9.5 },
  editProductInPriceList: { priceListProductID: 1, price: 9.5 },
  getProductPrices: { productIDs: [1, 2], warehouseID: 2, getPriceCalculationSteps: 1 },
  getProductPricesInPriceLists: { changedSince: 1735689600 },
  saveProductPicture: { productID: 1, pictureName: 'Front', picture: '/9j/4AAQ', filename: 'front.jpg' },
  saveProductFile: { productID: 1, name: 'Manual', file: 'JVBERi0x', filename: 'manual.pdf', fileTypeID: 1 },
  deleteProductPicture: { productPictureID: 1 },
  deleteProductFile: { productFileID: 1 },
  // The supplier and the group that the examples of their saves make.
  deleteSupplier: { supplierID: 17 },
  deleteSupplierGroup: { supplierGroupID: 4 },
  getChangedDataSince: { productsChangedSince: 1767225600, suppliersChangedSince: 1767225600 },
  saveConfParameter: { parameterName: 'timezone', parameterValue: 'Europe/Riga' },
  saveProductCategory: { name: 'Furniture' },
  saveProductGroup: { name: 'Tables' },
  saveProductPriorityGroup: { name: 'Top sellers' },
  saveProductUnit: { name: 'box' },
  saveSupplier: { companyName: 'Example Wood Ltd', firstName: undefined, fullName: undefined },
  saveSupplierGroup: { name: 'Carpenters' },
  saveVatRate: { name: '5%', rate: 5, code: 'VAT5' },
  saveWarehouse: { name: 'Harbour Store', code: 'W05' },
  // The assortment and the dimension that the examples of their saves make.
  deleteAssortment: { assortmentIDs: [3] },
  deleteMatrixDimension: { dimensionID: 3 },
  saveAssortment: { name: 'Kiosks', code: 'KIOSK' },
  saveMatrixDimension: { name: 'Wood', values: [{ valueName: 'Oak', valueCode: 'OAK' }] },
  addItemToMatrixDimension: { name: 'Extra large', code: 'XL' },
  editItemInMatrixDimension: { name: 'Small', code: 'S' },
  getSellableProducts: { warehouseID: 2 },
  saveGiftCard: { code: '7700250815', value: 50, balance: 50 },
  saveLocationInWarehouse: { name: 'E-01' },
  saveProductPackage: { productID: 1, packageTypeID: 2, packageAmount: 12 },
  switchPosGlobalQuickButton: { productID1: 1, productID2: 2 },
  switchPosStoreQuickButton: { productID1: 1, productID2: 2, warehouseID: 2 },
  switchUser: { cardCode: exampleCardCode },
  saveInventoryRegistration: { warehouseID: 1, rows: [{ productID: 1, amount: 12, price: 4.5 }] },
  saveInventoryTransfer: { warehouseFromID: 1, warehouseToID: 2, rows: [{ productID: 1, amount: 3 }] },
  saveInventoryWriteOff: { warehouseID: 1, reasonID: 1, rows: [{ productID: 1, amount: 1 }] },
  changePassword: { oldPassword: 'demouser', newPassword: 'Longer4711' },
};

function exampleInput(call: AnyCall): Record<string, unknown> {
  const shape: Readonly<Record<string, Schema>> = call.input();
  const unserved: readonly string[] = call.unserved?.inputs ?? [];
  const input: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const isTelling = !call.paging && telling[call.effect].includes(name) && !unserved.includes(name);
    if (!isOptional(schema) || isTelling) input[name] = exampleValue(name, schema);
  }
  if (call.paging) Object.assign(input, call.paging.stableOrder, { recordsOnPage: 20, pageNo: 1 });
  return { ...input, ...examples[call.name] };
}

const byName: Readonly<Record<string, unknown>> = {
  username: 'demo',
  password: 'demouser',
  name: 'Oak table',
  code: 'OAK-1',
  fullName: 'Example Ltd',
  firstName: 'Anna',
  netPrice: 99.5,
  tableName: 'products',
};

const byCodec: Readonly<Record<string, unknown>> = {
  id: 1,
  idString: 1,
  integer: 1,
  integerString: 1,
  decimal: 1.5,
  decimalString: 1.5,
  filledDecimalString: 1.5,
  priceString: 1.5,
  nullableDecimal: 1.5,
  flag: 1,
  flagString: 1,
  boolean: true,
  text: 'example',
  filledText: 'example',
  nullableText: 'example',
  word: 'example',
  unixSeconds: 1767225600,
  unixSecondsString: 1767225600,
  isoDate: '2026-01-15',
  zeroDate: '2026-01-15',
  idList: [1, 2],
  checkedIDList: [1, 2],
  wordList: ['example'],
};

/** A plausible value in the documented type. */
function exampleValue(name: string, schema: Schema): unknown {
  const form = formOf(schema);
  const named = byName[name];
  if (named !== undefined && (!form.values || form.values.includes(String(named)))) return named;
  if (form.name === 'rows') {
    const fields = Object.entries(fieldsOf(schema) ?? {});
    const required = fields.filter(([, field]) => !isOptional(field));
    const shown = required.length > 0 ? required : fields.slice(0, 2);
    return [Object.fromEntries(shown.map(([field, inner]) => [field, exampleValue(field, inner)]))];
  }
  const element = elementOf(schema);
  if (form.name === 'perNumber' && element) return { 1: exampleValue(name, element) };
  if (form.values) return form.name === 'someOf' ? form.values.slice(0, 1) : form.values[0];
  const value = byCodec[form.name];
  if (value === undefined) throw new Error(`no example of the codec "${form.name}"`);
  return value;
}
