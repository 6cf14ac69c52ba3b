import type { Account } from '../account/account.ts';
import type { ProductFacts } from './product-facts.ts';

/** Filters that getProducts and getProductStock share. */
export interface ProductFilterInput {
  readonly productID?: number | undefined;
  readonly productIDs?: readonly number[] | undefined;
  readonly groupID?: number | undefined;
  readonly groupIDWithSubgroups?: number | undefined;
  readonly groupIDsWithSubgroups?: readonly number[] | undefined;
  readonly status?: string | undefined;
}

export type ProductTest = (id: number) => boolean;

/** The statuses that a word of the `status` filter stands for. */
const statusesOf: Readonly<Record<string, readonly string[]>> = {
  ALL_EXCEPT_ARCHIVED: ['ACTIVE', 'NO_LONGER_ORDERED', 'NOT_FOR_SALE'],
  ACTIVE_AND_NOT_FOR_SALE: ['ACTIVE', 'NOT_FOR_SALE'],
};

/** The groups and all below them. */
function withSubgroups(account: Account, roots: readonly number[]): ReadonlySet<number> {
  const table = account.table('productGroups');
  const children = new Map<number, number[]>();
  for (const id of table.ids()) {
    const parent = Number(table.get(id)?.parentGroupID ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = new Set<number>();
  const open = [...roots];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    // A group that is its own ancestor must not keep us here for ever.
    if (found.has(group)) continue;
    found.add(group);
    open.push(...(children.get(group) ?? []));
  }
  return found;
}

/** The filters of a request as tests that a product has to pass, all of them. */
export function productTests(
  account: Account,
  facts: ProductFacts,
  input: ProductFilterInput,
): ProductTest[] {
  const tests: ProductTest[] = [];
  const { productID, productIDs, groupID, groupIDWithSubgroups, groupIDsWithSubgroups, status } = input;
  if (productID !== undefined) tests.push((id) => id === productID);
  if (productIDs !== undefined) {
    const wanted = new Set(productIDs);
    tests.push((id) => wanted.has(id));
  }
  if (groupID !== undefined) tests.push((id) => facts.groupID(id) === groupID);
  for (const roots of [
    groupIDWithSubgroups === undefined ? undefined : [groupIDWithSubgroups],
    groupIDsWithSubgroups,
  ]) {
    if (roots === undefined) continue;
    const groups = withSubgroups(account, roots);
    tests.push((id) => groups.has(facts.groupID(id)));
  }
  if (status !== undefined) {
    const statuses = new Set(statusesOf[status] ?? [status]);
    tests.push((id) => statuses.has(facts.status(id)));
  }
  return tests;
}

/** The products that a request names by ID, or `undefined` when it names none. */
export function namedProducts(input: ProductFilterInput): readonly number[] | undefined {
  if (input.productID !== undefined) return [input.productID];
  if (input.productIDs !== undefined) return [...new Set(input.productIDs)].sort((a, b) => a - b);
  return undefined;
}
