import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { changedFrom, firstSecond, withAttribute } from '../../generic/list-filters.ts';
import { withDescendants } from '../../generic/with-descendants.ts';
import type { BaseFinder } from '../../query/base-finder.ts';
import type { Fields, Filter } from '../../query/filter.ts';
import {
  anyOf,
  byIDs,
  containing,
  equalText,
  oneOfNumbers,
  phraseOf,
  prefixedText,
  since,
  startingWith,
} from '../../query/filters.ts';
import { locationFilters } from './location-filters.ts';
import { parameterFilters } from './parameter-filters.ts';

/** The inputs that filter products. Stock calls have inputs of the same names and meanings, and one status more. */
export type ProductInput = Omit<InputOf<typeof calls.getProducts>, 'status'> & {
  readonly status?: string | undefined;
};

/** Inputs that are equal to a field which holds an ID. */
const classifiers = [
  'groupID',
  'categoryID',
  'priorityGroupID',
  'supplierID',
  'brandID',
  'unitID',
  'vatrateID',
  'parentProductID',
] as const;

/** Inputs that list what a field which holds an ID may be. */
const lists = [
  ['extraField1IDs', 'extraField1ID'],
  ['extraField2IDs', 'extraField2ID'],
  ['extraField3IDs', 'extraField3ID'],
  ['extraField4IDs', 'extraField4ID'],
  ['locationInWarehouseIDs', 'locationInWarehouseID'],
] as const;

/** Inputs that are equal to a text, and those that are equal to the beginning of it. */
const texts = [
  ['name', 'namePrefix'],
  ['code', 'codePrefix'],
  ['code2', 'code2Prefix'],
  ['code3', 'code3Prefix'],
  ['supplierCode', 'supplierCodePrefix'],
  ['code5', 'code5Prefix'],
  ['code6', 'code6Prefix'],
  ['code7', 'code7Prefix'],
  ['code8', 'code8Prefix'],
] as const;

/** Inputs that are equal to a flag of the card. */
const flags = [
  ['nonStockProduct', 'nonStockProduct'],
  ['isUsedProduct', 'isUsedProduct'],
  ['nonRefundableProduct', 'nonRefundable'],
  ['hasSerialNumbers', 'hasSerialNumbers'],
  ['soldInPackages', 'soldInPackages'],
  ['displayedInWebshop', 'displayedInWebshop'],
  ['giftCards', 'isGiftCard'],
] as const;

/** The statuses that a word of the `status` filter stands for. */
const statusesOf: Readonly<Record<string, readonly string[]>> = {
  ALL_EXCEPT_ARCHIVED: ['ACTIVE', 'NO_LONGER_ORDERED', 'NOT_FOR_SALE'],
  ACTIVE_AND_NOT_FOR_SALE: ['ACTIVE', 'NOT_FOR_SALE'],
};

/** What a location may sell or order where it has no assortment. */
const statusesFor = {
  SALES: ['ACTIVE', 'NO_LONGER_ORDERED'],
  ORDERING: ['ACTIVE', 'NOT_FOR_SALE'],
} as const;

const statusOf = (product: Fields) => String(product.get('status') ?? 'ACTIVE');
const numberOf = (product: Fields, field: string) => Number(product.get(field) ?? 0);

function ofStatuses(statuses: readonly string[]): Filter {
  return { key: `status=${statuses.join()}`, matches: (product) => statuses.includes(statusOf(product)) };
}

/** Products whose name has the words in it, or one of whose codes begins with them. */
export function searchName(base: BaseFinder, text: string, isCodeInMiddle: boolean): Filter {
  const phrase = phraseOf(text);
  if (isCodeInMiddle) return containing(base, ['name', 'code', 'code2'], phrase);
  return anyOf(base, [
    containing(base, ['name'], phrase),
    startingWith(base, ['code'], phrase),
    startingWith(base, ['code2'], phrase),
  ]);
}

/** More changed products than these are not listed but looked for, which is done in slices. */
const manyChanged = 20_000;

/** Products added or edited since: those that were edited lead their order, those that were added have the last IDs. */
function changedSince(account: Account, from: number): Filter {
  const { products } = account.shared.shop;
  return {
    ...changedFrom(account.finder('products').base, from),
    async baseIDs() {
      const found: number[] = [];
      for (let position = 0; position < products.changedCount; position += 1) {
        const id = products.idByChanged(position);
        if (products.lastModified(id) < from) break;
        if (found.length >= manyChanged) return undefined;
        found.push(id);
      }
      for (let id = products.size; id >= 1 && products.added(id) >= from; id -= 1) {
        if (found.length >= manyChanged) return undefined;
        if (products.lastModified(id) < from) found.push(id);
      }
      return found;
    },
  };
}

const groups = { table: 'productGroups', parentField: 'parentGroupID' };
const categories = { table: 'productCategories', parentField: 'parentCategoryID' };

/** Makes the indexes, in slices, that the trees of a request are followed by. */
export async function indexTrees(account: Account, input: ProductInput): Promise<void> {
  const { groupIDWithSubgroups, groupIDsWithSubgroups, categoryIDWithSubcategories } = input;
  const trees = [
    ...((groupIDWithSubgroups ?? groupIDsWithSubgroups) === undefined ? [] : [groups]),
    ...(categoryIDWithSubcategories === undefined ? [] : [categories]),
  ];
  for (const { table, parentField } of trees) await account.table(table).index(parentField);
}

function classifierFilters(account: Account, input: ProductInput): Filter[] {
  const base = account.finder('products').base;
  const found: Filter[] = [];
  for (const field of classifiers) {
    const value = input[field];
    if (value !== undefined) found.push(oneOfNumbers(base, field, [value]));
  }
  for (const [name, field] of lists) {
    const values = input[name];
    if (values !== undefined) found.push(oneOfNumbers(base, field, values));
  }
  const below = (tree: typeof groups, field: string, roots: readonly number[]) =>
    found.push(oneOfNumbers(base, field, withDescendants(account, tree, roots)));
  const { groupIDWithSubgroups, groupIDsWithSubgroups, categoryIDWithSubcategories } = input;
  if (groupIDWithSubgroups !== undefined) below(groups, 'groupID', [groupIDWithSubgroups]);
  if (groupIDsWithSubgroups !== undefined) below(groups, 'groupID', groupIDsWithSubgroups);
  if (categoryIDWithSubcategories !== undefined)
    below(categories, 'categoryID', [categoryIDWithSubcategories]);
  return found;
}

function textFilters(base: BaseFinder, input: ProductInput): Filter[] {
  const found: Filter[] = [];
  for (const [field, prefixInput] of texts) {
    const text = input[field];
    const prefix = input[prefixInput];
    if (text !== undefined && text !== '') found.push(equalText(base, field, text));
    if (prefix !== undefined && prefix !== '') found.push(prefixedText(base, field, prefix));
  }
  const { locationInWarehouseText: location = '' } = input;
  if (location !== '') found.push(equalText(base, 'locationInWarehouseText', location));
  return found;
}

function stateFilters(input: ProductInput): Filter[] {
  const found: Filter[] = [];
  const { active, status, type, includeMatrixVariations, getProductsFor, regularGiftCards } = input;
  for (const [name, field] of flags) {
    const flag = input[name];
    if (flag !== undefined)
      found.push({ key: `${field}=${flag}`, matches: (product) => numberOf(product, field) === flag });
  }
  // Documented so: 0 is not a filter, unlike everywhere else.
  if (regularGiftCards === 1)
    found.push({
      key: 'isRegularGiftCard=1',
      matches: (product) => numberOf(product, 'isRegularGiftCard') === 1,
    });
  if (active !== undefined) {
    found.push(ofStatuses(active === 0 ? ['ARCHIVED'] : (statusesOf.ALL_EXCEPT_ARCHIVED ?? [])));
  }
  if (status !== undefined) found.push(ofStatuses(statusesOf[status] ?? [status]));
  if (getProductsFor !== undefined) found.push(ofStatuses(statusesFor[getProductsFor]));
  if (type !== undefined && type.length > 0) {
    const matches = (product: Fields) => type.includes((product.get('type') ?? 'PRODUCT') as never);
    found.push({ key: `type=${type.join()}`, matches });
  }
  if (includeMatrixVariations === 0)
    found.push({ key: 'variations=0', matches: (product) => numberOf(product, 'parentProductID') === 0 });
  return found;
}

function timeFilters(account: Account, input: ProductInput): Filter[] {
  const { addedSince, changedSince: changed } = input;
  return [
    ...(addedSince === undefined ? [] : [since('added', firstSecond(account, addedSince))]),
    ...(changed === undefined ? [] : [changedSince(account, firstSecond(account, changed))]),
  ];
}

/** The filters of a request for products. */
export function filtersOfInput(account: Account, input: ProductInput): Filter[] {
  const base = account.finder('products').base;
  const { productID, productIDs, searchAttributeName, searchAttributeValue } = input;
  return [
    ...(productID === undefined ? [] : [byIDs(base, [productID])]),
    ...(productIDs === undefined ? [] : [byIDs(base, productIDs)]),
    ...classifierFilters(account, input),
    ...textFilters(base, input),
    ...stateFilters(input),
    ...timeFilters(account, input),
    ...locationFilters(account, input),
    ...parameterFilters(input),
    ...(input.searchName ? [searchName(base, input.searchName, input.searchCodeFromMiddle === 1)] : []),
    ...(input.fullTextSearchPhrase
      ? [
          containing(
            base,
            ['name', 'code', 'code2', 'code3', 'supplierCode'],
            phraseOf(input.fullTextSearchPhrase),
          ),
        ]
      : []),
    ...(searchAttributeName === undefined
      ? []
      : [withAttribute(searchAttributeName, searchAttributeValue ?? '')]),
  ];
}
