import type { Account } from '../account/account.ts';

/** Records of a tree and all below them, by the field that names the one above. */
export function withDescendants(
  account: Account,
  tree: { readonly table: string; readonly parentField: string },
  roots: readonly number[],
): ReadonlySet<number> {
  const table = account.table(tree.table);
  const children = new Map<number, number[]>();
  for (const id of table.ids()) {
    const parent = Number(table.get(id)?.[tree.parentField] ?? 0);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [id]);
    else siblings.push(id);
  }
  const found = new Set<number>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // A record that is its own ancestor must not keep us here for ever.
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return found;
}
