import type { Account } from '../account/account.ts';

/** Records of a tree and all below them, by the field that names the one above. */
export function withDescendants(
  account: Account,
  tree: { readonly table: string; readonly parentField: string },
  roots: readonly number[],
): ReadonlySet<number> {
  const table = account.table(tree.table);
  const childrenOf = (id: number) => {
    const children = table.find(tree.parentField, id);
    // What says of none above it stands at the top.
    return id === 0 ? [...children, ...table.find(tree.parentField, undefined)] : children;
  };
  const found = new Set<number>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // A record that is its own ancestor must not keep us here for ever.
    if (found.has(id)) continue;
    found.add(id);
    for (const child of childrenOf(id)) open.push(child);
  }
  return found;
}
