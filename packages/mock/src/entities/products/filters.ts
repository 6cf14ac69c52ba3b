import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { withDescendants } from '../../generic/with-descendants.ts';
import type { BaseFinder } from '../../query/base-finder.ts';
import { containsPhrase } from '../../query/base-search.ts';
import type { Fields, Filter } from '../../query/filter.ts';
import { textKey } from '../../query/text-key.ts';
import { eachInSlices } from '../../slices.ts';
import { placeFilters } from './location-filters.ts';
import { named } from './named.ts';
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
const textOf = (product: Fields, field: string) => String(product.get(field) ?? '');

/** Products whose field has one of some values. */
function oneOf(base: BaseFinder, field: string, values: Iterable<number>): Filter {
  const wanted = new Set(values);
  return {
    key: `${field}=${[...wanted].sort((left, right) => left - right).join()}`,
    matches: (product) => wanted.has(numberOf(product, field)),
    untouched: async () => (await base.index(field)).of(wanted),
    // A field that is not set counts as 0.
    touched: (table) =>
      wanted.has(0) ? undefined : [...wanted].flatMap((value) => [...table.changedWith(field, value)]),
  };
}

function ofStatuses(statuses: readonly string[]): Filter {
  return { key: `status=${statuses.join()}`, matches: (product) => statuses.includes(statusOf(product)) };
}

function equalText(base: BaseFinder, field: string, text: string): Filter {
  return {
    key: `${field}=${textKey(text)}`,
    matches: (product) => textOf(product, field) === text,
    untouched: async () => (await base.texts(field)).equal(text),
    touched: (table) => table.changedWith(field, text),
  };
}

function prefixedText(base: BaseFinder, field: string, prefix: string): Filter {
  return {
    key: `${field}^=${textKey(prefix)}`,
    matches: (product) => textOf(product, field).startsWith(prefix),
    untouched: async () => (await base.texts(field)).beginningWith(prefix),
  };
}

/** What is searched for, in small letters, and what stands for it in keys: made once, since it may be long. */
interface Phrase {
  readonly wanted: string;
  readonly key: string;
}

function phraseOf(text: string): Phrase {
  const wanted = text.toLowerCase();
  return { wanted, key: textKey(wanted) };
}

/** Products with the phrase in one of the fields, whatever the case. */
function containing(base: BaseFinder, fields: readonly string[], { wanted, key }: Phrase): Filter {
  return {
    key: `${fields.join()}*=${key}`,
    matches: (product) =>
      containsPhrase(
        fields.map((field) => product.get(field)),
        wanted,
      ),
    untouched: async () => (await base.search(fields)).containing(wanted),
  };
}

/** Products that pass one of some filters at least. */
function anyOf(base: BaseFinder, filters: readonly Filter[]): Filter {
  return {
    key: `any(${filters.map((filter) => filter.key).join(')(')})`,
    matches: (product) => filters.some((filter) => filter.matches(product)),
    async untouched() {
      const lists: (readonly number[])[] = [];
      for (const { untouched } of filters) {
        const list = await untouched?.();
        if (list === undefined) return undefined;
        if (list.length > 0) lists.push(list);
      }
      const [only = []] = lists;
      if (lists.length < 2) return only;
      const isFound = new Uint8Array(base.products.size + 1);
      for (const list of lists) for (const id of list) isFound[id] = 1;
      const found: number[] = [];
      await eachInSlices(base.products.size, (index) => {
        if (isFound[index + 1] === 1) found.push(index + 1);
      });
      return found;
    },
  };
}

/** Products whose name has the words in it, or one of whose codes begins with them. */
export function searchName(base: BaseFinder, text: string, isCodeInMiddle: boolean): Filter {
  const phrase = phraseOf(text);
  if (isCodeInMiddle) return containing(base, ['name', 'code', 'code2'], phrase);
  return anyOf(base, [
    containing(base, ['name'], phrase),
    startsWith(base, 'code', phrase),
    startsWith(base, 'code2', phrase),
  ]);
}

/** Products one of whose texts begins so, whatever the case: found by the search, which knows no case. */
function startsWith(base: BaseFinder, field: string, { wanted, key }: Phrase): Filter {
  const begins = (text: unknown) =>
    String(text ?? '')
      .toLowerCase()
      .startsWith(wanted);
  return {
    key: `${field}~=${key}`,
    matches: (product) => begins(product.get(field)),
    untouched: async () => (await base.search([field])).beginningWith(wanted),
  };
}

function since(key: string, from: number, timeOf: (product: Fields) => number): Filter {
  return { key: `${key}=${from}`, matches: (product) => timeOf(product) >= from };
}

/** More changed products than these are not listed but looked for, which is done in slices. */
const manyChanged = 20_000;

/** Products added or edited since: those that were edited lead their order, those that were added have the last IDs. */
function changedSince(base: BaseFinder, from: number): Filter {
  const { products } = base;
  const changedAt = (product: Fields) =>
    Math.max(numberOf(product, 'added'), numberOf(product, 'lastModified'));
  return {
    ...since('changed', from, changedAt),
    async untouched() {
      const found: number[] = [];
      for (let place = 0; place < products.changedCount; place += 1) {
        const id = products.idByChanged(place);
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

function withAttribute(name: string, value: string): Filter {
  const has = (attribute: { attributeName?: string; attributeValue?: string }) =>
    attribute.attributeName === name && attribute.attributeValue === value;
  return {
    key: `attribute=${textKey(name)},${textKey(value)}`,
    matches: (product) => ((product.get('attributes') ?? []) as object[]).some(has),
  };
}

function classifierFilters(account: Account, input: ProductInput): Filter[] {
  const base = account.shared.productBase;
  const found: Filter[] = [];
  for (const field of classifiers) {
    const value = input[field];
    if (value !== undefined) found.push(oneOf(base, field, [value]));
  }
  for (const [name, field] of lists) {
    const values = input[name];
    if (values !== undefined) found.push(oneOf(base, field, values));
  }
  const groups = { table: 'productGroups', parentField: 'parentGroupID' };
  const categories = { table: 'productCategories', parentField: 'parentCategoryID' };
  const below = (tree: typeof groups, field: string, roots: readonly number[]) =>
    found.push(oneOf(base, field, withDescendants(account, tree, roots)));
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
  const { locationInWarehouseText: place = '' } = input;
  if (place !== '') found.push(equalText(base, 'locationInWarehouseText', place));
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
  const first = account.switches.changedSinceInclusive === 'yes' ? 0 : 1;
  return [
    ...(input.addedSince === undefined
      ? []
      : [since('added', input.addedSince + first, (product) => numberOf(product, 'added'))]),
    ...(input.changedSince === undefined
      ? []
      : [changedSince(account.shared.productBase, input.changedSince + first)]),
  ];
}

/** The filters of a request for products. */
export function filtersOfInput(account: Account, input: ProductInput): Filter[] {
  const base = account.shared.productBase;
  const { productID, productIDs, searchAttributeName, searchAttributeValue } = input;
  return [
    ...(productID === undefined ? [] : [named(base, [productID])]),
    ...(productIDs === undefined ? [] : [named(base, productIDs)]),
    ...classifierFilters(account, input),
    ...textFilters(base, input),
    ...stateFilters(input),
    ...timeFilters(account, input),
    ...placeFilters(account, input),
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
