import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../account/table.ts';
import { refuse } from '../wire/refusal.ts';
import { type Handler, userOf } from './handler.ts';

type Input = InputOf<typeof calls.saveProduct>;
type Attribute = { readonly attributeName?: string; readonly attributeType?: string; readonly attributeValue?: string };

/** Inputs that are not stored under a name of their own. */
const translated = new Set(['productID', 'netPrice', 'priceWithVAT', 'attributes', 'longAttributes', 'components', 'active']);

/** Decimals of a net price that was computed from a gross one. */
const priceDecimals = 3;

/** 1011: an input names a record of another table that does not exist. */
function checkReferences(account: Account, input: Input): void {
  const { joins = {} } = account.table('products').definition;
  for (const { by, table } of Object.values(joins)) {
    const id = (input as Readonly<Record<string, unknown>>)[by];
    if (typeof id === 'number' && id !== 0 && !account.table(table).has(id)) refuse(1011, by);
  }
  const products = account.table('products');
  const { parentProductID, components } = input;
  if (parentProductID !== undefined && parentProductID !== 0 && !products.has(parentProductID)) refuse(1011, 'parentProductID');
  components?.forEach((component, index) => {
    if (!products.has(component.componentProductID ?? 0)) refuse(1011, `componentProductID${index + 1}`);
  });
}

/** An update touches only the attributes that it names; the words `null` and `undefined` delete one. */
function mergedAttributes(before: readonly Attribute[], named: readonly Attribute[], isLong: boolean): Attribute[] {
  const merged = new Map(before.map((attribute) => [attribute.attributeName, attribute]));
  for (const { attributeName, attributeType = 'text', attributeValue = '' } of named) {
    if (attributeName === undefined || attributeName === '') continue;
    if (attributeValue === 'null' || attributeValue === 'undefined') merged.delete(attributeName);
    else merged.set(attributeName, { attributeName, ...(isLong ? {} : { attributeType }), attributeValue });
  }
  return [...merged.values()];
}

function netPrice(account: Account, input: Input, before: Row): number | undefined {
  if (input.netPrice !== undefined) return input.netPrice;
  if (input.priceWithVAT === undefined) return undefined;
  const vatrateID = input.vatrateID ?? Number(before.vatrateID ?? 0);
  const rate = Number(account.table('vatRates').get(vatrateID)?.rate ?? 0);
  const scale = 10 ** priceDecimals;
  return Math.round((input.priceWithVAT / (1 + rate / 100)) * scale) / scale;
}

/** The record's fields that the input changes. */
function changesOf(account: Account, input: Input, before: Row): Row {
  const own = Object.fromEntries(Object.entries(input).filter(([name]) => !translated.has(name)));
  const price = netPrice(account, input, before);
  const { active, attributes, components } = input;
  const long = input.longAttributes?.map((row) => ({ attributeName: row.longAttributeName, attributeValue: row.longAttributeValue }));
  return {
    ...(active === undefined ? {} : { status: active === 0 ? 'ARCHIVED' : 'ACTIVE' }),
    ...own,
    ...(price === undefined ? {} : { price }),
    ...(attributes === undefined
      ? {}
      : { attributes: mergedAttributes((before.attributes ?? []) as Attribute[], attributes as Attribute[], false) }),
    ...(long === undefined
      ? {}
      : { longAttributes: mergedAttributes((before.longAttributes ?? []) as Attribute[], long as Attribute[], true) }),
    ...(components === undefined
      ? {}
      : { productComponents: components.map((row) => ({ componentID: row.componentProductID, amount: row.componentAmount ?? 1 })) }),
  };
}

/** A matrix parent lists its variations; a new one joins the list. */
function joinParent(account: Account, productID: number, parentProductID: number | undefined): void {
  const parent = parentProductID === undefined ? undefined : account.table('products').get(parentProductID);
  if (parent === undefined) return;
  const variations = (parent.productVariations ?? []) as readonly number[];
  if (variations.includes(productID)) return;
  account.table('products').update(Number(parentProductID), { productVariations: [...variations, productID] });
}

/** Creates a product, or changes just what is named of the one whose `productID` is given. */
export const saveProduct: Handler<typeof calls.saveProduct> = (context, input) => {
  const { account } = context;
  const { productID } = input;
  const user = userOf(context);
  const before = productID === undefined ? undefined : account.table('products').get(productID);
  if (productID !== undefined && before === undefined) refuse(1011, 'productID');
  if (before === undefined && !input.groupID) refuse(1010, 'groupID');
  checkReferences(account, input);
  if (productID !== undefined && before !== undefined) {
    account.update('products', productID, changesOf(account, input, before), user);
    joinParent(account, productID, input.parentProductID);
    return { recordsTotal: 1, records: [`{"productID":${productID}}`] };
  }
  // The account's own rate applies when none is named.
  const defaults = { type: 'PRODUCT', status: 'ACTIVE', vatrateID: 1 };
  const created = account.insert('products', { ...defaults, ...changesOf(account, input, defaults) }, user);
  joinParent(account, created, input.parentProductID);
  return { recordsTotal: 1, records: [`{"productID":${created}}`] };
};
