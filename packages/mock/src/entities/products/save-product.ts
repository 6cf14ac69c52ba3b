import { type calls, type InputOf, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import { savedFields } from '../../generic/saved-fields.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { stockOf } from '../stock/stock.ts';
import { uniqueCodesCheck } from './unique-codes.ts';
import { variationFields } from './variation-fields.ts';

type Input = InputOf<typeof calls.saveProduct>;

/** Decimals of a net price that was computed from a gross one. */
const priceDecimals = 3;

/** 1011: a component is not a product. */
function checkComponents(account: Account, components: Input['components']): void {
  const products = account.table('products');
  components?.forEach((component, index) => {
    if (!products.has(component.componentProductID ?? 0)) refuse(1011, `componentProductID${index + 1}`);
  });
}

const productLists = ['replacementProductIDs', 'relatedProductIDs'] as const;

/** 1011: a product that is said to be related or a replacement does not exist. */
function checkLists(account: Account, input: Input): void {
  const products = account.table('products');
  for (const list of productLists) if (input[list]?.some((id) => !products.has(id))) refuse(1011, list);
}

function netPrice(account: Account, input: Input, before: Row): number | undefined {
  if (input.netPrice !== undefined) return input.netPrice;
  if (input.priceWithVAT === undefined) return undefined;
  const vatrateID = input.vatrateID ?? Number(before.vatrateID ?? 0);
  const rate = account.table('vatRates').get(vatrateID)?.rate ?? 0;
  return phpRound((input.priceWithVAT * 100) / (100 + rate), priceDecimals);
}

/** Estonian texts are those of the card where the account is in Estonian; the card has no other field for them. */
function ownDescriptions(account: Account, { descriptionEST, longdescEST }: Input): Row {
  if (account.languages.own !== 'est') return {};
  return {
    ...(descriptionEST === undefined ? {} : { description: descriptionEST }),
    ...(longdescEST === undefined ? {} : { longdesc: longdescEST }),
  };
}

/** The record's fields that the input changes. */
function changesOf(account: Account, input: Input, before: Row): Row {
  const saved = savedFields(account.table('products').definition, input);
  const {
    productID: _,
    priceWithVat: __,
    price: ___,
    reorderPoint: ____,
    restockLevel: _____,
    dimValueID1,
    dimValueID2,
    dimValueID3,
    ...own
  } = saved;
  const price = netPrice(account, input, before);
  return {
    ...own,
    ...ownDescriptions(account, input),
    ...(price === undefined ? {} : { price }),
    ...mergedAttributes(before, saved),
    ...variationFields(account, before, [dimValueID1, dimValueID2, dimValueID3]),
  };
}

/** A matrix parent lists its variations; a new one joins the list. */
function joinParent(account: Account, productID: number, parentProductID: number | undefined): void {
  const parent = parentProductID === undefined ? undefined : account.table('products').get(parentProductID);
  if (parent === undefined) return;
  const variations = parent.productVariations ?? [];
  if (variations.includes(productID)) return;
  account
    .table('products')
    .update(Number(parentProductID), { productVariations: [...variations, productID] });
}

const levels = ['reorderPoint', 'restockLevel'] as const;

/** 1011: a reorder point or restock level of a location that does not exist. */
function checkLevels(account: Account, input: Input): void {
  const warehouses = account.table('warehouses');
  for (const level of levels) {
    const unknown = Object.keys(input[level] ?? {}).find((id) => !warehouses.has(Number(id)));
    if (unknown !== undefined) refuse(1011, `${level}${unknown}`);
  }
}

function saveLevels(account: Account, productID: number, input: Input): void {
  for (const level of levels) {
    const values = input[level];
    if (values !== undefined) stockOf(account).levels.set(level, productID, values);
  }
}

/** Creates a product, or changes just what is named of the one whose `productID` is given. */
export const saveProduct: Handler<typeof calls.saveProduct> = async (context, input) => {
  const { account } = context;
  // What waits comes first: from the first look at the product to its change nobody comes between.
  const checkUniqueCodes = await uniqueCodesCheck(account, input);
  const { productID } = input;
  const user = userOf(context);
  const before = productID === undefined ? undefined : account.table('products').get(productID);
  if (productID !== undefined && before === undefined) refuse(1011, 'productID');
  if (before === undefined && !input.groupID) refuse(1010, 'groupID');
  checkReferences(account, 'products', input);
  checkComponents(account, input.components);
  checkLists(account, input);
  checkLevels(account, input);
  checkUniqueCodes();
  if (productID !== undefined && before !== undefined) {
    account.update('products', { id: productID, fields: changesOf(account, input, before), user });
    joinParent(account, productID, input.parentProductID);
    saveLevels(account, productID, input);
    return { recordsTotal: 1, records: [`{"productID":${productID}}`] };
  }
  const created = account.insert(
    'products',
    changesOf(account, input, account.table('products').behaviour.defaults ?? {}),
    user,
  );
  joinParent(account, created, input.parentProductID);
  saveLevels(account, created, input);
  return { recordsTotal: 1, records: [`{"productID":${created}}`] };
};
