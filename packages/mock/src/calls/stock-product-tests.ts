import type { Account } from '../account/account.ts';
import type { ProductFacts } from './product-facts.ts';
import { type ProductFilterInput, type ProductTest, productTests } from './product-filter.ts';

/** The filters of stock calls. */
export interface StockFilterInput extends ProductFilterInput {
  readonly supplierID?: number | undefined;
  readonly brandID?: number | undefined;
  readonly priorityGroupID?: number | undefined;
  readonly categoryID?: number | undefined;
  readonly categoryIDWithSubcategories?: number | undefined;
  readonly parentProductID?: number | undefined;
}

/** Inputs that name a field of the card. */
const ofCard = ['supplierID', 'brandID', 'priorityGroupID', 'categoryID'] as const;

/** The category and all below it. */
function withSubcategories(account: Account, root: number): ReadonlySet<number> {
  const table = account.table('productCategories');
  const children = new Map<number, number[]>();
  for (const id of table.ids()) {
    const parent = Number(table.get(id)?.parentCategoryID ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = new Set<number>();
  const open = [root];
  for (let category = open.pop(); category !== undefined; category = open.pop()) {
    if (found.has(category)) continue;
    found.add(category);
    open.push(...(children.get(category) ?? []));
  }
  return found;
}

/** The filters of a stock call as tests that a product has to pass, all of them; the cheap ones first. */
export function stockProductTests(
  account: Account,
  facts: ProductFacts,
  input: StockFilterInput,
): ProductTest[] {
  const tests = productTests(account, facts, input);
  const { parentProductID, categoryIDWithSubcategories } = input;
  if (parentProductID !== undefined) tests.push((id) => facts.parentProductID(id) === parentProductID);
  for (const name of ofCard) {
    const wanted = input[name];
    if (wanted !== undefined) tests.push((id) => Number(facts.field(id, name) ?? 0) === wanted);
  }
  if (categoryIDWithSubcategories !== undefined) {
    const categories = withSubcategories(account, categoryIDWithSubcategories);
    tests.push((id) => categories.has(Number(facts.field(id, 'categoryID') ?? 0)));
  }
  return tests;
}
